// Reads what the bot sends to a model: the language, the parts of the text, the question, and the facts by whatever name they are sent.
import { z } from 'zod'

export type Language = 'en' | 'zh-CN' | 'zh-TW'

/** A finished statement, and whom it is about. */
const Fact = z.object({ key: z.string(), of: z.string(), text: z.string() })
export type SentFact = z.infer<typeof Fact>

export interface Conversation {
  language: Language
  question: string
  /** Empty: the text has none. */
  parts: readonly string[]
  facts: readonly SentFact[]
  mayAdvise: boolean
  hasLookedUp: boolean
}

const DATA = /<data>\n([\s\S]*)\n<\/data>/u
const PARTS = /"part" of each text is one of: ([^\n]+)\./u

export function readConversation(
  messages: readonly { role: string; content?: string | null | undefined }[],
): Conversation {
  const of = (role: string) => messages.filter((one) => one.role === role).map(({ content }) => content ?? '')
  const system = of('system').join('\n')
  const data = of('user').flatMap((text) => DATA.exec(text)?.[1] ?? [])
  const results = of('tool')
  const read = [...data, ...results].map((text) => JSON.parse(text) as Record<string, unknown>)
  return {
    language: languageOf(system),
    question: read.map(({ question }) => (typeof question === 'string' ? question : '')).join(''),
    parts: PARTS.exec(system)?.[1]?.split(', ') ?? [],
    facts: read.flatMap(factsIn),
    mayAdvise: system.includes('A sentence without a fact is advice'),
    hasLookedUp: results.length > 0,
  }
}

const languageOf = (system: string): Language => {
  if (system.includes('Traditional Chinese')) return 'zh-TW'
  return system.includes('Simplified Chinese') ? 'zh-CN' : 'en'
}

const factsIn = (data: Record<string, unknown>): SentFact[] =>
  Object.values(data)
    .flat()
    .flatMap((one) => {
      const fact = Fact.safeParse(one)
      return fact.success ? [fact.data] : []
    })
