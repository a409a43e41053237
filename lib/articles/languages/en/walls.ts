import type { Walls } from '../pack'

/** English words of walls, folded by `plain`. */
export const walls: Walls = {
  consent: [
    'do you (?:accept|agree|consent|allow)\\b.{0,40}\\bcookies\\b',
    '(?:accept|allow|reject) (?:all|our|the|and) ?(?:cookies|continue|close)',
    '(?:we|our (?:\\d+ )?partners|this (?:web)?site)\\b.{0,80}\\b(?:use|store|set)s? .{0,40}\\bcookies\\b',
    'your (?:consent|privacy (?:choices|settings|matters)|choices)\\b.{0,60}\\b(?:cookies|partners|personal data)\\b',
    'we (?:and our (?:\\d+ )?partners|value your privacy|care about your privacy)',
    'continue without (?:accepting|agreeing|consent)',
  ],
  robot: [
    "(?:verify(?:ing)?|confirm|prove|checking|mak(?:e|ing) sure|to show) (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)",
    'are you (?:a )?(?:human|robot)\\b',
    "i(?:'m| am) not a robot",
    '(?:checking|verifying) (?:if the site connection is secure|your (?:browser|connection))',
    '(?:enable|turn on) javascript(?: and cookies)? to continue',
    'please enable js and disable any ad blocker',
    'unusual (?:traffic|activity) from your',
    '^just a moment ?(?:\\.{3}|…)$',
    'pardon our interruption',
    'access to this page has been denied',
    'sorry, you have been blocked',
    'is using a security service to protect itself',
    'incapsula incident id',
    "you don't have permission to access\\b.{0,200}\\bon this server",
    '(?:access denied|you have been blocked|request blocked)\\b.{0,120}\\b(?:bot|automated|security|ip address)',
  ],
  subscription: [
    '(?:the rest of )?this (?:article|story|content) is (?:only )?(?:available )?(?:for|to|reserved for|exclusive to) (?:our )?(?:paying )?(?:subscribers|members)',
    '(?:subscribe|sign in|log in|register)(?: now| today)? to (?:continue|keep) reading',
    '(?:subscribe|sign in|log in|register)(?: now| today)? to (?:read|unlock|access) (?:the (?:full|rest)|this (?:article|story))',
    'to (?:continue|keep) reading\\b.{0,60}\\b(?:subscribe|sign in|log in|register|subscription)',
    "you(?:'ve| have) (?:read|reached|used) (?:all |your ).{0,40}\\b(?:free articles?|limit)\\b",
    'already a subscriber ?\\? (?:sign|log) in',
  ],
}
