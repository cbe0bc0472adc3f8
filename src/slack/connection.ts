// How Slack's payloads come in: over a socket that is opened again whenever it closes, or by signed HTTP requests.
import { setTimeout as sleep } from 'node:timers/promises'
import { App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { FIRST_WAIT_MS, retryUntilStopped } from '../core/retry.ts'
import { clientOptions, slackLogger } from './client.ts'

export interface SlackAccess {
  botToken: string
  apiUrl: string
  connection: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string; port: number }
}

/** Who the bot is, and where. */
export interface Identity {
  workspaceId: string
  workspaceName: string
  botUserId: string
  botId: string
}

export interface SlackConnection {
  app: App
  isConnected(): boolean
  /** Keeps the connection up until `stop`. By HTTP it throws when the port is taken. */
  start(): Promise<void>
  stop(): Promise<void>
}

const HELLO_WITHIN_MS = 15_000
/** A body is held in memory until its signature is looked at. The largest view, escaped, has three times 250 KB. */
const LARGEST_BODY_BYTES = 2 * 1024 * 1024

export function createConnection(access: SlackAccess, identity: Identity, log: Log): SlackConnection {
  const logger = slackLogger(log)
  if (access.connection.mode === 'http') {
    const { signingSecret, port } = access.connection
    const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: LARGEST_BODY_BYTES })
    let listening = false
    return {
      app: createApp(access, identity, receiver, log),
      isConnected: () => listening,
      start: async () => {
        await receiver.start(port)
        listening = true
      },
      stop: async () => {
        if (listening) await receiver.stop()
        listening = false
      },
    }
  }
  const receiver = new SocketModeReceiver({
    appToken: access.connection.appToken,
    logger,
    // Its own way of coming back throws where nobody can catch it when Slack is away: we come back ourselves.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(access.apiUrl, log) },
  })
  return { app: createApp(access, identity, receiver, log), ...keepConnected(receiver.client, log) }
}

function createApp(access: SlackAccess, identity: Identity, receiver: Receiver, log: Log): App {
  const { workspaceId, botUserId, botId } = identity
  return new App({
    receiver: acknowledgingAfterwards(receiver),
    logger: slackLogger(log),
    clientOptions: clientOptions(access.apiUrl, log),
    convoStore: false,
    authorize: async () => ({ botToken: access.botToken, botId, botUserId, teamId: workspaceId }),
  })
}

/** Bolt acknowledges an event before anyone has seen to it: a crash in between would lose it for good. */
function acknowledgingAfterwards(receiver: Receiver): Receiver {
  const happened = ({ body }: ReceiverEvent) => body.type === 'event_callback'
  return {
    start: (...where) => receiver.start(...where),
    stop: (...where) => receiver.stop(...where),
    init: (app) => {
      const processEvent = async (event: ReceiverEvent) => {
        if (!happened(event)) return app.processEvent(event)
        // Rejects when a listener failed: then there is no acknowledgement, and Slack tells it again.
        await app.processEvent({ ...event, ack: async () => {} })
        await event.ack()
      }
      receiver.init({ processEvent } as App)
    },
  }
}

type SocketClient = SocketModeReceiver['client']

function keepConnected(client: SocketClient, log: Log): Omit<SlackConnection, 'app'> {
  let connected = false
  let loop: Promise<void> = Promise.resolve()
  const stopping = new AbortController()
  const { signal } = stopping
  let onClosed = () => {}
  client.on('disconnected', () => onClosed())
  const open = async () => {
    // A failed attempt disconnects too: only what follows this one counts.
    const closed = new Promise<void>((done) => {
      onClosed = done
    })
    await withinHello(client)
    return { closed }
  }
  const stayConnected = async () => {
    while (!signal.aborted) {
      const opened = await retryUntilStopped(open, signal, (fault) =>
        log.warn({ reason: reasonOf(fault) }, 'Slack cannot be reached; trying again'),
      )
      if (!opened) return
      log.info({}, 'connected to Slack')
      connected = true
      await opened.closed
      connected = false
      await sleep(FIRST_WAIT_MS, undefined, { signal }).catch(() => {})
    }
  }
  return {
    isConnected: () => connected,
    start: async () => {
      loop = stayConnected()
    },
    stop: async () => {
      stopping.abort()
      await Promise.race([client.disconnect(), sleep(2000)])
      await Promise.race([loop, sleep(2000)])
    },
  }
}

async function withinHello(client: SocketClient): Promise<void> {
  const timer = new AbortController()
  const tooLong = sleep(HELLO_WITHIN_MS, 'too long' as const, { signal: timer.signal })
  const first = await Promise.race([client.start(), tooLong])
  timer.abort()
  if (first !== 'too long') return
  await client.disconnect()
  throw new Error('the socket opened and nobody said hello')
}
