// Stands between the bot and its database, and cuts the way: shut as when the server is gone, stalled as when the network swallows everything.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from '../../demo/harness/free-port.ts'

export interface CutOff {
  /** The same database, by way of this. */
  url: string
  open(): Promise<void>
  /** Throws everyone out and lets nobody in. */
  shut(): void
  /** Keeps connections, and new ones too, and passes nothing on until `open`. */
  stall(): void
}

/** Shut at first. */
export async function cutOff(databaseUrl: string): Promise<CutOff> {
  const there = new URL(databaseUrl)
  const here = new URL(databaseUrl)
  const port = await freePort()
  here.port = String(port)
  const ends = new Set<Socket>()
  let server: Server | undefined
  let stalled = false
  const join = (visitor: Socket) => {
    const host = connect(Number(there.port), there.hostname)
    visitor.pipe(host).pipe(visitor)
    for (const end of [visitor, host]) {
      ends.add(end)
      if (stalled) end.pause()
      end
        .on('error', () => {})
        .on('close', () => {
          ends.delete(end)
          visitor.destroy()
          host.destroy()
        })
    }
  }
  return {
    url: here.href,
    open: async () => {
      stalled = false
      for (const end of ends) end.resume()
      if (server) return
      server = createServer(join)
      await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done))
    },
    shut: () => {
      server?.close()
      server = undefined
      for (const end of ends) end.destroy()
    },
    stall: () => {
      stalled = true
      for (const end of ends) end.pause()
    },
  }
}
