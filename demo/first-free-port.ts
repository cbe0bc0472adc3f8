// Finds the port of the demo's page: the first that is free from a given one upwards.
import { createServer } from 'node:net'

const LAST_PORT = 65_535

/** Throws when no port from `first` upwards is free. */
export async function firstFreePort(first: number): Promise<number> {
  for (let port = first; port <= LAST_PORT; port += 1) if (await isFree(port)) return port
  throw new Error(`No port from ${first} upwards is free.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
