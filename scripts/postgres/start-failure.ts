/** A failure that the person at the keyboard can fix: its message is printed alone, without a stack. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}
