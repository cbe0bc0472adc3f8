// Writes short sentences from facts, as a model would: which of them, in which order, and which stand together.
import { ADVICE, IS_STAND_IN } from '../../src/ai/domain/own-sentences.ts'
import type { Conversation, SentFact } from './conversation.ts'
import { SAID } from './words.ts'

interface Claim {
  text: string
  part: string | null
}

const MOST_CLAIMS = 8

export function writeClaims(conversation: Conversation): { claims: Claim[]; notCovered: string[] } {
  const { language, parts, mayAdvise } = conversation
  const { end, space, nothing } = SAID[language]
  const groups = [...Map.groupBy(askedFor(conversation), ({ key }) => key.replace(/\.forecast$/u, ''))]
  const claims = groups.slice(0, MOST_CLAIMS).map(([key, group]) => ({
    text: group.map((fact) => `{{${fact.key}}}${end}`).join(space),
    part: partOf(key, parts),
  }))
  const more = mayAdvise && claims.length > 0 ? [{ text: ADVICE[language][0]!, part: null }] : []
  const said = claims.length > 0 ? [...claims, ...more] : [{ text: nothing, part: null }]
  return { claims: said, notCovered: [IS_STAND_IN[language]] }
}

/** Of the numbers that the question names; a forecast only where it asks for one. */
function askedFor({ facts, question }: Conversation): readonly SentFact[] {
  const asksForecast = /forecast|end up|预计|预测|預計|預測/iu.test(question)
  const all = facts.filter(({ key }) => asksForecast || !key.endsWith('.forecast'))
  const asked = all.filter(({ text }) => isNamedIn(question, labelIn(text)))
  return asked.length > 0 ? asked : all
}

/** 'calls' of 'calls: 52 of 60 (November 2026)', and of '2026年11月 · 通话量：52 通'. */
const labelIn = (text: string): string => /^(?:[^：]* · )?([^:：·]+)[:：]/u.exec(text)?.[1] ?? ''

/** '跟进数' in '谁没有跟进？', 'Calls' in 'How many calls …?'. */
const isNamedIn = (question: string, label: string): boolean =>
  label !== '' && question.toLowerCase().includes(label.toLowerCase().replace(/[数量數]$/u, ''))

/** Null: the text has no parts. */
function partOf(key: string, parts: readonly string[]): string | null {
  const wanted = key.startsWith('blocker') ? 'challenges' : key.startsWith('open') ? 'plan' : 'results'
  return parts.length === 0 ? null : (parts.find((part) => part === wanted) ?? parts[0]!)
}
