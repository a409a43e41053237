import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'

/**
 * Returns an adapter over several, each with connections of its own. `choose` names the one for a query, or for a whole
 * transaction when it begins. So one client has several pools: a client for each would hold another copy of what Prisma
 * reads from the schema, 12 MB of heap each.
 */
export function routedAdapter<N extends string>(
  adapters: Record<N, SqlDriverAdapterFactory>,
  choose: () => N,
): SqlDriverAdapterFactory {
  const names = Object.keys(adapters) as N[]
  const { provider, adapterName } = adapters[choose()]
  return {
    provider,
    adapterName,
    async connect() {
      const opened = await Promise.all(
        names.map(async (name) => [name, await adapters[name].connect()] as const),
      )
      const open = Object.fromEntries(opened) as Record<N, SqlDriverAdapter>
      const chosen = () => open[choose()]
      return {
        provider,
        adapterName,
        queryRaw: (query) => chosen().queryRaw(query),
        executeRaw: (query) => chosen().executeRaw(query),
        executeScript: (script) => chosen().executeScript(script),
        startTransaction: (level) => chosen().startTransaction(level),
        getConnectionInfo: () => chosen().getConnectionInfo?.() ?? { supportsRelationJoins: true },
        dispose: async () => {
          await Promise.all(opened.map(([, adapter]) => adapter.dispose()))
        },
      }
    },
  }
}
