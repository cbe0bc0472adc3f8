// The demo's stand-in for a language model's service: it speaks the same protocol on this machine, and goes by keywords.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { STAND_IN } from '../../src/ai/flows/provider.ts'
import { chooseTools } from './choose-tools.ts'
import { type Conversation, readConversation } from './conversation.ts'
import { writeClaims } from './write-claims.ts'

export interface StandInModel {
  /** What the bot's environment needs to ask it. */
  env: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** That no service asks for it is no harm: a key has to be set. */
const KEY = 'none-needed'
const BYTES_PER_TOKEN = 4

const Body = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string().nullish() })),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).default([]),
})

export async function startStandInModel(): Promise<StandInModel> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const body = Body.safeParse(JSON.parse(text))
    response.writeHead(body.success ? 200 : 400, { 'content-type': 'application/json' })
    response.end(body.success ? completion(answerTo(body.data), text.length) : '{}')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    env: {
      ...{ OPENAI_API_KEY: KEY, OPENAI_MODEL: STAND_IN },
      OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Tools first, where there are some and nothing was looked up yet; then sentences from what was found. */
function answerTo({ messages, tools }: z.infer<typeof Body>): object {
  const conversation: Conversation = readConversation(messages)
  const offered = tools.map((tool) => tool.function.name)
  const calls = conversation.hasLookedUp ? [] : chooseTools(conversation.question, offered)
  if (calls.length === 0) return { content: JSON.stringify(writeClaims(conversation)) }
  return {
    tool_calls: calls.map(({ name, given }, index) => ({
      ...{ id: `call_${index}`, type: 'function' },
      function: { name, arguments: JSON.stringify(given) },
    })),
  }
}

function completion(message: object, promptLength: number): string {
  const [prompt, answer] = [promptLength, JSON.stringify(message).length].map((length) =>
    Math.ceil(length / BYTES_PER_TOKEN),
  ) as [number, number]
  return JSON.stringify({
    ...{ id: 'stand-in', object: 'chat.completion', created: 0, model: STAND_IN },
    choices: [
      {
        ...{ index: 0, finish_reason: 'tool_calls' in message ? 'tool_calls' : 'stop' },
        message: { role: 'assistant', content: null, ...message },
      },
    ],
    usage: { prompt_tokens: prompt, completion_tokens: answer, total_tokens: prompt + answer },
  })
}
