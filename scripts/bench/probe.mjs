// Loaded before a server of ours: on demand of the bench, it profiles the process from within. Two things: where its
// processor time goes, and how many bytes it allocates.
import { Session } from 'node:inspector/promises'

/** Microseconds between two looks at the stack. */
const PROFILE_INTERVAL = 250
/** Bytes allocated, on average, between two samples. */
const SAMPLE_BYTES = 65_536

const session = new Session()
session.connect()

const ACTIONS = {
  profile: async () => {
    await session.post('Profiler.enable')
    await session.post('Profiler.setSamplingInterval', { interval: PROFILE_INTERVAL })
    await session.post('Profiler.start')
  },
  profiled: async () => (await session.post('Profiler.stop')).profile,
  allocate: () =>
    session.post('HeapProfiler.startSampling', {
      samplingInterval: SAMPLE_BYTES,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    }),
  allocated: async () => (await session.post('HeapProfiler.stopSampling')).profile,
}

process.on('message', async ({ probe } = {}) => {
  if (!probe) return
  process.send({ probe, result: (await ACTIONS[probe]()) ?? null })
})
