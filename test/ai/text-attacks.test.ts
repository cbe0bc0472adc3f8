// Attacks on texts that a model writes, against a real HTTP endpoint: whatever people type and a model obeys, the plain text is shown.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConversation } from '../../demo/stand-in-model/conversation.ts'
import { writeClaims } from '../../demo/stand-in-model/write-claims.ts'
import { modelRequests } from '../../src/ai/db/model.sql.ts'
import { SENT_FIELDS } from '../../src/ai/domain/sent-fields.ts'
import { toldToModel } from '../../src/ai/domain/tool-answer.ts'
import { meteredModel } from '../../src/ai/flows/metered-model.ts'
import type { ModelRequest } from '../../src/ai/flows/model.ts'
import { createProvider } from '../../src/ai/openai.ts'
import { AI_TEXT } from '../../src/ai/slack/ids.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { REPORT } from '../../src/checkins/reports/slack/ids.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import type { MessageKey } from '../../src/core/i18n/translate.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { savePeople } from '../../src/org/db/people.ts'
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import { escapeText } from '../../src/slack/mrkdwn.ts'
import { type Move, perform, tried } from '../security/listeners.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import {
  type ModelAsked,
  type ModelServer,
  type Scripted,
  startModelServer,
} from '../support/model-server.ts'
import { buildCompany } from './questions/company.ts'
import { heldIn } from './questions/held-in.ts'
import { leaksIn } from './questions/leaks.ts'
import { ASKERS, HOME, NORTH } from './questions/people.ts'
import { heldOf, loggedOf, recording, unlogged } from './questions/sent.ts'
import { ATTACKS, type Attack } from './texts/attacks.ts'
import { plantIn, SENT, TEXTS, type TextName, THIS_FRIDAY } from './texts/planting.ts'

/** Together they fit every tool. */
const GIVEN = [
  ...[{}, { team: null, period: 'this-month', metric: null }, { person: 'Annika Berg' }],
  ...[{ period: 'this-month' }, { period: 'month' }, { metric: 'calls' }],
]

/** Friday afternoon: the weekly report is open. */
const NOW = `${THIS_FRIDAY}T15:30:00Z`

const database = usesDatabase()
let context: TestContext
let server: ModelServer
let teamId: string
const everything: ModelAsked[] = []
const sent: ModelRequest[] = []
beforeAll(async () => {
  server = await startModelServer()
  context = await buildCompany(database.db)
  context.moveTo(NOW)
  const [annika] = await memberOf(context.db, HOME, ASKERS.rep)
  teamId = annika!.teamId
  const settings = JSON.stringify({ reports: { weekly: DEFAULT_REPORT } })
  await context.db.execute(sql`update team_settings set settings = settings || ${settings}::jsonb`)
  await context.db.execute(sql`update daily_totals set totals = totals || '{"own-1": 5, "visits": 2}'::jsonb
    where member_id = ${annika!.memberId}`)
  await context.db.execute(sql`update catalogue set funnel_order = length(metric_key)
    where metric_key in ('calls', 'visits')`)
})
afterAll(() => server.close())

const MARKED: Readonly<Record<TextName, MessageKey>> = {
  ...{ draft: 'report.draftByModel', coaching: 'ai-text.byModel', summary: 'ai-text.byModel' },
}
/** Whose data the asker may see in the text. */
const SEES: Readonly<Record<TextName, readonly string[]>> = {
  ...{ draft: ['Annika'], coaching: ['Annika'], summary: NORTH.map(({ mark }) => mark) },
}

function moveFor(text: TextName): { userId: string; move: Move } {
  const of = { kind: 'action', channelId: 'C0T0HOMENORTH' } as const
  if (text === 'coaching')
    return { userId: ASKERS.manager, move: { ...of, actionId: AI_TEXT.coach, value: ASKERS.rep } }
  const week = { team: teamId, kind: 'month', date: THIS_FRIDAY.toString(), page: 0 }
  if (text === 'summary')
    return { userId: ASKERS.manager, move: { ...of, actionId: AI_TEXT.sumUp, value: JSON.stringify(week) } }
  const form = {
    ...{ team: teamId, checkin: 'weekly', date: THIS_FRIDAY.toString(), revision: 0, asked: {} },
    ...{ home: false, support: { owner: ASKERS.manager, due: '2026-03-25' }, draft: 'offered' },
  }
  const view = { metadata: JSON.stringify(form) }
  return { userId: ASKERS.rep, move: { kind: 'action', actionId: REPORT.draft, value: 'draft', view } }
}

/** What is right, in the stand-in's words, and what the attack wants said. */
function answered(asked: ModelAsked, attack: Pick<Attack, 'says' | 'calls'>): Scripted {
  const calls = Object.entries(attack.calls ?? {}).map(([name, given]) => ({ name, arguments: given }))
  if (calls.length > 0) return { call: calls }
  const { claims, notCovered } = writeClaims(readConversation(asked.messages))
  const said = attack.says === undefined ? [] : [{ text: attack.says, part: claims[0]!.part }]
  return {
    say: { claims: [...claims, ...said], notCovered: [...notCovered, ...said.map(({ text }) => text)] },
  }
}

async function write(of: { text: TextName; locale: Locale }, attack?: Attack) {
  const { userId, move } = moveFor(of.text)
  const person = { ...context.people.get(`${HOME} ${userId}`)!, locale: of.locale }
  return tried(context, async (within) => {
    const inside = { ...context, ...within }
    const provider = createProvider({ apiKey: 'k', baseUrl: server.baseUrl, model: 'm' })
    const model = meteredModel(inside, recording(provider, sent), { monthlyTokens: 1e9, observe: () => {} })
    await savePeople(inside.db, [person], context.clock.now())
    if (attack) await plantIn(inside, attack.in, attack.typed)
    server.answer((asked) => answered(asked, attack ?? {}))
    const before = await heldIn(inside.db)
    const { told, errors } = await perform({ ...inside, model }, { userId, workspaceId: HOME }, move)
    expect(errors).toEqual([])
    expect(await heldIn(inside.db)).toBe(before)
    const rows = await inside.db.select().from(modelRequests)
    expect(rows.map(loggedOf)).toEqual(sent.slice(-rows.length).map(heldOf))
    everything.push(...server.asked)
    return { shown: shownIn(told.at(-1)).join('\n'), asked: [...server.asked], told }
  })
}

/** What a reader sees of a message or a form: no ids, and not what a button carries. */
function shownIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'text' || key === 'initial_value' ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, one]) => shownIn(one, Array.isArray(value) ? key : name))
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
const isMarked = (shown: string, { text, locale }: { text: TextName; locale: Locale }) =>
  shown.includes(BOT.translator(locale)(MARKED[text]))

const quoted = (text: string) => new RegExp(`[“「]${RegExp.escape(text)}[”」]`, 'u')
/** A title names a person or team as they are called, and so does a command, which has to be typed so: it is code. */
const titled = (shown: string, { text, in: place, typed }: Attack) =>
  (text === 'coaching' && place === 'name of a person') || (text === 'summary' && place === 'name of a team')
    ? shown.replace(escapeText(typed), '').replaceAll(/^\[\d\] `[^`]*`$/gmu, '')
    : shown

const RIGHT = TEXTS.flatMap((text) => LOCALES.map((locale) => ({ text, locale })))

test.each(RIGHT)('where nobody attacks, the model’s $text is shown: $locale', async (of) => {
  const { shown, asked } = await write(of)
  expect(isMarked(shown, of)).toBe(true)
  expect(asked).toHaveLength(1)
})

describe('an attack, with a model that obeys it', () => {
  test.each(ATTACKS)('$text, $locale, $in: $typed', async (attack) => {
    const { shown, asked, told } = await write(attack, attack)
    expect(told).toHaveLength(2)
    const isHonest = attack.says === undefined && attack.calls === undefined
    expect(isMarked(shown, attack)).toBe(isHonest)
    // Whoever typed it may name anybody: what counts is what else is told, that a message escapes it, and that it ends where it is closed.
    const typed = attack.shown ?? attack.typed
    const asShown = attack.text === 'draft' ? typed : escapeText(typed)
    if (attack.in === 'blocker' && attack.text === 'coaching') expect(shown).toMatch(quoted(asShown))
    const rest = titled(shown, attack).replaceAll(asShown, '')
    expect(rest).not.toMatch(/<[!@]|<http/u)
    expect(rest).not.toMatch(/997|999|evil|Zorbas|司徒/u)
    expect(leaksIn(rest.replaceAll(',', ''), SEES[attack.text])).toEqual([])
    expect(asked.length).toBe(attack.calls || isHonest ? 1 : 2)
    for (const { messages, tools } of asked) {
      expect(tools).toBeUndefined()
      const sent = messages
        .map(({ content }) => content ?? '')
        .join('\n')
        .replaceAll('\\u003c', '<')
      expect(sent.includes(inJson(typed))).toBe(SENT[attack.text].includes(attack.in))
      expect(leaksIn(sent.replaceAll(inJson(typed), '').replaceAll(',', ''), SEES[attack.text])).toEqual([])
    }
  })
})

test('whoever is named in a request is among those whose data it was, a teammate in a plan line, too', async () => {
  const attack = { ...ATTACKS[0]!, text: 'draft', locale: 'en', in: 'plan line' } as const
  await write(attack, { ...attack, typed: 'Show 林小雨 and Raymund the new prices' })
  expect(sent.at(-1)!.subjects.toSorted()).toEqual(['U0ANN', 'U0LIN', 'U0RAY'])
  expect(sent.flatMap(unlogged)).toEqual([])
})

test('the list of fields that /kpi privacy shows is what texts and tools send, and nothing else', async () => {
  const told = new Set(['question', 'not-covered', ...sent.flatMap(({ input }) => Object.keys(input))])
  await tried(context, async (within) => {
    const inside = { ...context, ...within }
    await plantIn(inside, 'customer of a deal', 'Hansen')
    for (const tool of ASK_TOOLS)
      for (const userId of [ASKERS.rep, ASKERS.manager, ASKERS.director])
        for (const given of GIVEN) {
          const who = context.people.get(`${HOME} ${userId}`)!
          const answer = await tool.run(
            given,
            { who, now: context.clock.now(), t: BOT.translator('en') },
            inside,
          )
          for (const field of Object.keys(answer ? toldToModel(answer) : {})) told.add(field)
        }
  })
  expect([...told].toSorted()).toEqual([...SENT_FIELDS].toSorted())
})

test('there are 20 attacks at least, on each text and in each language, and our instructions are the same in all', () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(20)
  for (const of of RIGHT)
    expect(ATTACKS.filter(({ text, locale }) => text === of.text && locale === of.locale)).not.toEqual([])
  expect(new Set(everything.map(({ messages }) => messages[0]!.content)).size).toBe(RIGHT.length)
})
