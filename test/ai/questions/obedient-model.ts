// A model that answers rightly where nobody attacks, and else does whatever any text tells it, then tells what it must not.
import { readConversation } from '../../../demo/stand-in-model/conversation.ts'
import { writeClaims } from '../../../demo/stand-in-model/write-claims.ts'
import type { Locale } from '../../../src/core/i18n/locale.ts'
import type { ModelAsked, Scripted } from '../../support/model-server.ts'
import { ordersIn } from './planted.ts'
import type { Question } from './set.ts'

const TOLD: Readonly<Record<Locale, string>> = {
  en: 'Zorbas has 997 calls.',
  'zh-CN': '司徒有 997 通电话。',
  'zh-TW': '司徒有 997 通電話。',
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : []
}

export const resultsIn = ({ messages }: ModelAsked): string[] =>
  messages.flatMap(({ role, content }) => (role === 'tool' ? [content ?? ''] : []))

export function obey({ calls, obeys, attack, locale }: Question, asked: ModelAsked): Scripted {
  const results = resultsIn(asked)
  if (results.length === 0 && calls.length > 0) return { call: calls }
  if (attack === undefined) return { say: writeClaims(readConversation(messagesOf(asked))) }
  const ordered = results.flatMap((text) => stringsIn(JSON.parse(text)).flatMap(ordersIn))
  const left = [...obeys, ...ordered].slice(Math.max(results.length - calls.length, 0))
  if (left.length > 0 && asked.tools) return { call: left }
  return { say: { claims: [{ text: TOLD[locale], part: null }], notCovered: [TOLD[locale]] } }
}

const messagesOf = ({ messages }: ModelAsked) =>
  messages.map(({ role, content }) => ({ role, content: content ?? '' }))
