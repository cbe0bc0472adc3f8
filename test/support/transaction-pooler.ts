// A pooler in transaction mode, stricter than most: no transaction runs on the connection of the one before, if another is free.
import { randomBytes } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'

const SSL_REQUEST = 80877103
const PROTOCOL_3 = 196608
/** What PgBouncer passes on; it refuses all else. */
const KNOWN = ['user', 'database', 'client_encoding', 'application_name', 'datestyle', 'timezone']

export interface TransactionPooler {
  /** The database's address through the pooler. */
  url: string
  /** How often a transaction ran on another connection than its client's last one. */
  swaps(): number
  close(): void
}

interface Server {
  socket: Socket
  client: Client | null
}
interface Client {
  socket: Socket
  server: Server | null
  lastServer: Server | null
  queued: Buffer[]
  /** Answers that are still to come. */
  owed: number
}

export async function transactionPooler(databaseUrl: string): Promise<TransactionPooler> {
  const there = new URL(databaseUrl)
  const idle: Server[] = []
  const waiting: Client[] = []
  const sockets = new Set<Socket>()
  let swaps = 0

  const keep = (socket: Socket) => {
    sockets.add(socket)
    // Each message is written by itself, and must not wait for the acknowledgement of the one before.
    return socket
      .setNoDelay(true)
      .on('error', () => {})
      .on('close', () => sockets.delete(socket))
  }
  const serve = (client: Client) => {
    const server = client.server ?? idle.shift()
    if (!server) return void (waiting.includes(client) || waiting.push(client))
    if (client.lastServer && client.lastServer !== server) swaps += 1
    Object.assign(client, { server, lastServer: server })
    server.client = client
    for (const message of client.queued.splice(0)) {
      if (message[0] === code('Q') || message[0] === code('S')) client.owed += 1
      server.socket.write(message)
    }
  }
  const release = (server: Server) => {
    if (server.client) server.client.server = null
    server.client = null
    idle.push(server)
    const next = waiting.shift()
    if (next) serve(next)
  }
  const answer = (server: Server, message: Buffer) => {
    const { client } = server
    client?.socket.write(message)
    if (!client || message[0] !== code('Z')) return
    client.owed -= 1
    if (client.owed === 0 && message[5] === code('I')) release(server)
  }

  const login = (client: Client, startup: Buffer) => {
    const refused = parametersOf(startup).find((name) => !KNOWN.includes(name.toLowerCase()))
    if (refused) return client.socket.end(fatal(`unsupported startup parameter: ${refused}`))
    const server: Server = { socket: keep(connect(Number(there.port), there.hostname)), client: null }
    let loggedIn = false
    server.socket.write(startup)
    framed(server.socket, (message) => {
      if (loggedIn) return answer(server, message)
      client.socket.write(message[0] === code('K') ? keyData() : message)
      if (message[0] !== code('Z')) return
      loggedIn = true
      release(server)
    })
    framed(client.socket, (message) => {
      if (!loggedIn) return void server.socket.write(message)
      if (message[0] === code('X')) return void client.socket.end()
      client.queued.push(message)
      serve(client)
    })
    server.socket.on('close', () => {
      if (idle.includes(server)) idle.splice(idle.indexOf(server), 1)
      ;(server.client ?? (loggedIn ? null : client))?.socket.destroy()
    })
    client.socket.on('close', () => {
      if (waiting.includes(client)) waiting.splice(waiting.indexOf(client), 1)
      client.server?.socket.destroy()
    })
    return undefined
  }

  const door = createServer((socket) => {
    const client: Client = { socket: keep(socket), server: null, lastServer: null, queued: [], owed: 0 }
    const greet = (first: Buffer) => {
      const kind = first.readInt32BE(4)
      if (kind === SSL_REQUEST) {
        socket.once('data', greet)
        return void socket.write('N')
      }
      return kind === PROTOCOL_3 ? void login(client, first) : void socket.end()
    }
    socket.once('data', greet)
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  const here = new URL(databaseUrl)
  here.port = String((door.address() as { port: number }).port)
  return {
    url: here.href,
    swaps: () => swaps,
    close: () => {
      door.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const code = (letter: string) => letter.charCodeAt(0)

/** Calls back with each whole message: a letter, its length, its content. */
function framed(socket: Socket, take: (message: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1
      take(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  })
}

const parametersOf = (startup: Buffer) =>
  startup
    .subarray(8)
    .toString()
    .split('\0')
    .filter((name, index) => index % 2 === 0 && name !== '')

/** As poolers do, in place of the server's own. */
const keyData = () => Buffer.concat([Buffer.from([code('K'), 0, 0, 0, 12]), randomBytes(8)])

function fatal(message: string): Buffer {
  const body = Buffer.from(`SFATAL\0VFATAL\0C08P01\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
