// A TCP proxy in front of the database that simulates failures: shut (the server is down) or stalled (the network drops everything).
import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from '../../demo/harness/free-port.ts'

export interface CutOff {
  /** URL of the database through the proxy. */
  url: string
  open(): Promise<void>
  /** Closes all connections and refuses new ones. */
  shut(): void
  /** Keeps old and new connections open, but forwards no data until `open`. */
  stall(): void
}

/** The proxy is shut until `open` is called. */
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
