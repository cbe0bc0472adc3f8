// Receives Slack's payloads: by Socket Mode, reconnecting whenever the socket closes, or by signed HTTP requests.
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { App, HTTPReceiver, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import type { Clock, Log } from '../core/context.ts'
import { reasonOf } from '../core/fault-reason.ts'
import { FIRST_WAIT_MS, retryUntilStopped } from '../core/retry.ts'
import { clientOptions, slackLogger } from './client.ts'
import { close, LARGEST_BODY_BYTES, type ListenAt, listen } from './http-server.ts'
import { withoutRepeats } from './repeats.ts'
import { watchStandstill } from './stood-still.ts'

export interface SlackAccess {
  botToken: string
  apiUrl: string
  connection: { mode: 'socket'; appToken: string } | ({ mode: 'http'; signingSecret: string } & ListenAt)
}

/** The bot's user and its workspace. */
export interface Identity {
  workspaceId: string
  workspaceName: string
  botUserId: string
  botId: string
}

export interface SlackConnection {
  app: App
  isConnected(): boolean
  /** Connects, and reconnects until `stop`. In HTTP mode it throws when the port is in use. */
  start(): Promise<void>
  stop(): Promise<void>
}

const HELLO_TIMEOUT_MS = 15_000

/** `clock`: real time, also where the bot's clock is moved. */
export function createConnection(
  access: SlackAccess,
  identity: Identity,
  clock: Clock,
  log: Log,
): SlackConnection {
  const logger = slackLogger(log)
  if (access.connection.mode === 'http') {
    const { signingSecret, host, port } = access.connection
    const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: LARGEST_BODY_BYTES })
    let server: Server | null = null
    return {
      app: createApp(access, identity, receiver, log),
      isConnected: () => server !== null,
      start: async () => {
        server = await listen(receiver, { host, port }, clock, log)
      },
      stop: async () => {
        if (server) await close(server)
        server = null
      },
    }
  }
  const receiver = new SocketModeReceiver({
    appToken: access.connection.appToken,
    logger,
    // Bolt's own reconnect throws an uncaught error when Slack is down, so `keepConnected` reconnects instead.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(access.apiUrl, log) },
  })
  return { app: createApp(access, identity, receiver, log), ...keepConnected(receiver.client, log) }
}

function createApp(access: SlackAccess, identity: Identity, receiver: Receiver, log: Log): App {
  const { workspaceId, botUserId, botId } = identity
  return new App({
    receiver: acknowledgeAfterHandling(receiver, log),
    logger: slackLogger(log),
    clientOptions: clientOptions(access.apiUrl, log),
    convoStore: false,
    authorize: async () => ({ botToken: access.botToken, botId, botUserId, teamId: workspaceId }),
  })
}

/**
 * Acknowledges an event after its handler ran. Bolt does so before: a crash in between would lose the event. What waited while the
 * process stood still is left: the person was told that it did not work, and may have done it again.
 */
function acknowledgeAfterHandling(receiver: Receiver, log: Log): Receiver {
  const standstill = watchStandstill()
  const isEvent = ({ body }: ReceiverEvent) => body.type === 'event_callback'
  return {
    start: (...where) => receiver.start(...where),
    stop: (...where) => receiver.stop(...where),
    init: (app) => {
      const once = withoutRepeats((event) => app.processEvent(event))
      const processEvent = async (event: ReceiverEvent) => {
        if (standstill.isCatchingUp())
          return log.warn(
            { kind: event.body.type },
            'left a payload that may have waited while we stood still',
          )
        if (!isEvent(event)) return once(event)
        // Rejects when a handler failed: without an acknowledgement Slack sends the event again.
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
    // A failed attempt emits `disconnected` too; only the events of the current attempt count.
    const closed = new Promise<void>((done) => {
      onClosed = done
    })
    await startWithTimeout(client)
    return { closed }
  }
  const stayConnected = async () => {
    while (!signal.aborted) {
      const opened = await retryUntilStopped(open, signal, (fault) =>
        log.warn({ reason: reasonOf(fault) }, 'cannot connect to Slack, will retry'),
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

async function startWithTimeout(client: SocketClient): Promise<void> {
  const timer = new AbortController()
  const timeout = sleep(HELLO_TIMEOUT_MS, 'timeout' as const, { signal: timer.signal })
  const first = await Promise.race([client.start(), timeout])
  timer.abort()
  if (first !== 'timeout') return
  await client.disconnect()
  throw new Error(`Slack sent no hello within ${HELLO_TIMEOUT_MS} ms`)
}
