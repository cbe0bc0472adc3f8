// Lies about everything that the set of questions and the texts return: what a model adds is refused, and what it moves stays true.
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readConversation } from '../../demo/stand-in-model/conversation.ts'
import { writeClaims } from '../../demo/stand-in-model/write-claims.ts'
import { checkClaims } from '../../src/ai/domain/check-text.ts'
import type { About, Fact, FactSheet } from '../../src/ai/domain/fact.ts'
import { answerInstructions, instructions } from '../../src/ai/domain/instructions.ts'
import { LINKING_WORDS } from '../../src/ai/domain/linking-words.ts'
import { dataText, jsonText } from '../../src/ai/domain/model-messages.ts'
import { toldFacts } from '../../src/ai/domain/told-facts.ts'
import { answerSheet, toldToModel, withPrefix } from '../../src/ai/domain/tool-answer.ts'
import { answerQuestion } from '../../src/ai/flows/answer-question.ts'
import type { Model, ModelRequest } from '../../src/ai/flows/model.ts'
import { draftSheet } from '../../src/ai/slack/draft-text.ts'
import { coachingSheet } from '../../src/ai/slack/rep-text.ts'
import { teamSheet } from '../../src/ai/slack/team-text.ts'
import { ASK_TOOLS } from '../../src/ai/slack/tools/tools.ts'
import { BOT } from '../../src/app/features.ts'
import { openReport } from '../../src/checkins/reports/flows/open-report.ts'
import { LOCALES, type Locale } from '../../src/core/i18n/locale.ts'
import { memberOf } from '../../src/org/db/members.ts'
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import { showRep } from '../../src/overview/flows/show-rep.ts'
import { showTeam } from '../../src/overview/flows/show-team.ts'
import type { TestContext } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { buildCompany } from './questions/company.ts'
import { AROUND, UNSOURCED, WORDS } from './questions/lies.ts'
import { ASKERS, HOME, NOW } from './questions/people.ts'
import { QUESTIONS, type Question } from './questions/set.ts'
import { THIS_FRIDAY } from './texts/planting.ts'

interface Answered {
  sheet: FactSheet
  /** What an honest model says. */
  honest: readonly string[]
}

const database = usesDatabase()
const answered: Answered[] = []
let names: readonly string[]
let context: TestContext
beforeAll(async () => {
  context = await buildCompany(database.db)
  names = [...context.people.values()].flatMap(({ workspaceId, name }) =>
    workspaceId === HOME ? [name] : [],
  )
  for (const question of QUESTIONS) {
    const one = question.attack === undefined ? await answerTo(question, context) : null
    if (one) answered.push(one)
  }
  for (const locale of LOCALES) answered.push(...(await textsIn(locale, context)))
  const settings = JSON.stringify({ reports: { weekly: DEFAULT_REPORT } })
  await context.db.execute(sql`update team_settings set settings = settings || ${settings}::jsonb`)
  context.moveTo(`${THIS_FRIDAY}T15:30:00Z`)
  for (const locale of LOCALES) answered.push(await draftIn(locale, context))
})

async function answerTo(
  { as, locale, calls: [call] }: Question,
  context: TestContext,
): Promise<Answered | null> {
  const who = { ...context.people.get(`${HOME} ${ASKERS[as]}`)!, locale }
  const tool = ASK_TOOLS.find(({ name }) => name === call?.name)
  const asker = { who, now: context.clock.now(), t: BOT.translator(locale) }
  const read = await tool?.run(call!.arguments, asker, context)
  if (!read || read.facts.length === 0) return null
  const told = withPrefix(read, 't1')
  const sheet = answerSheet(locale, [told])
  const data = { role: 'tool', content: jsonText(toldToModel(told)) }
  const asked = { role: 'user', content: dataText({ question: '' }) }
  return { sheet, honest: honestly(answerInstructions(locale), [asked, data]) }
}

const MARCH = { kind: 'month', date: Temporal.PlainDate.from('2026-03-01') } as const

/** A manager's two texts. */
async function textsIn(locale: Locale, context: TestContext): Promise<Answered[]> {
  const who = { ...context.people.get(`${HOME} ${ASKERS.manager}`)!, locale }
  const t = BOT.translator(locale)
  const place = { userId: ASKERS.rep, channelId: '' }
  const [rep, team] = [
    await showRep(context, who, place),
    await showTeam(context, who, { channelId: '' }, MARCH),
  ]
  if (!rep.ok || !team.ok) throw new Error('The manager sees neither.')
  return [coachingSheet(rep, t).sheet, teamSheet(team, t).sheet].map(written)
}

/** The rep's report, which is open on Friday afternoon. */
async function draftIn(locale: Locale, context: TestContext): Promise<Answered> {
  const who = { ...context.people.get(`${HOME} ${ASKERS.rep}`)!, locale }
  const [annika] = await memberOf(context.db, HOME, ASKERS.rep)
  const report = { teamId: annika!.teamId, name: 'weekly', date: THIS_FRIDAY }
  const opened = await openReport(context, who, report)
  if (!opened.ok) throw new Error('No report is open.')
  return written(draftSheet(opened.form, '', BOT.translator(locale)).sheet)
}

function written(sheet: FactSheet): Answered {
  const data = { role: 'user', content: dataText(toldFacts(sheet.facts)) }
  return { sheet, honest: honestly(instructions('', { ...sheet, parts: [] }), [data]) }
}

const honestly = (system: string, messages: { role: string; content: string }[]): string[] =>
  writeClaims(readConversation([{ role: 'system', content: system }, ...messages])).claims.map(
    ({ text }) => text,
  )

const check = (texts: readonly string[], { sheet }: Answered, notCovered: string[] = []) =>
  checkClaims({ claims: texts.map((text) => ({ text, part: null })), notCovered }, sheet)

const hole = ({ key }: Pick<Fact, 'key'>) => `{{${key}}}`
const signsOf = ({ locale }: FactSheet) =>
  locale === 'en'
    ? { comma: ', ', colon: ': ', end: '.', space: ' ' }
    : { comma: '，', colon: '：', end: '。', space: '' }

/** Each adds something of a model's own to a true sentence, or says it without its fact. */
function* additionsTo(text: string, { sheet }: Answered): Generator<string> {
  const { facts, locale } = sheet
  const { comma, colon, end, space } = signsOf(sheet)
  const used = facts.filter((fact) => text.includes(hole(fact)))
  for (const word of WORDS[locale]) {
    yield `${text.slice(0, -1)}${space}${word}${text.slice(-1)}`
    yield `${word}${space}${text}`
  }
  for (const claim of UNSOURCED[locale]) {
    yield `${claim}${end}${space}${text}`
    yield `${text}${space}${claim}${end}`
    yield `${claim}${colon}${text}`
    yield `${text.slice(0, -1)}${comma}${claim}${end}`
  }
  for (const fact of used) {
    yield text.replace(hole(fact), () => fact.text)
    yield text.replace(hole(fact), () => fact.about.name)
    yield text.replace(hole(fact), () => hole({ key: `${fact.key}9` }))
    yield text.replace(hole(fact), () => `${hole(fact)}${comma}${fact.about.name}`)
    for (const name of names) yield text.replace(hole(fact), () => `${name}${comma}${hole(fact)}`)
    for (const figure of fact.text.match(/\d[\d.,]*/gu) ?? []) {
      yield text.replace(hole(fact), () => figure)
      yield text.replace(hole(fact), () => `${figure}${comma}${hole(fact)}`)
    }
    for (const [before, behind] of AROUND[locale])
      yield text.replace(hole(fact), () => before + hole(fact) + behind)
  }
}

/** Each moves facts: another's figure, the target for what is reached, somebody into a list, the order turned round. */
function* movesOf(text: string, { sheet }: Answered): Generator<{ facts: Fact[]; text: string }> {
  const { facts, locale } = sheet
  const { comma, colon, end } = signsOf(sheet)
  const [first] = facts.filter((fact) => text.includes(hole(fact)))
  if (!first) return
  for (const other of facts) {
    yield { facts: [other], text: hole(other) + end }
    for (const [one, next] of [
      [first, other],
      [other, first],
    ] as const) {
      yield { facts: [one, next], text: hole(one) + comma + hole(next) + end }
      yield { facts: [one, next], text: hole(one) + end + (locale === 'en' ? ' ' : '') + hole(next) + end }
    }
    for (const link of LINKING_WORDS[locale]) {
      const words = locale === 'en' ? `${link} ` : link
      yield { facts: [other], text: `${words}${hole(other)}${end}` }
      yield {
        facts: [first, other],
        text: `${hole(first)}${comma}${words.trimEnd()}${colon}${hole(other)}${end}`,
      }
    }
  }
}

/** What is shown, put together from finished statements by hand. `null`: something else is shown. */
function restOf(shown: string, facts: readonly Fact[], { sheet }: Answered): string | null {
  const isOwn = facts.every(({ about }) => about.id === sheet.about)
  const isSame = (one: About, other: About | undefined) => one.id === other?.id && one.before === other.before
  const isWithin = facts.every(({ period }) => period === sheet.period)
  const [isEnglish, after] = sheet.locale === 'en' ? [true, ', '] : [false, ' · ']
  let rest = shown
  for (const [index, { about, period, ...fact }] of facts.entries()) {
    const isClear = isOwn || isSame(about, facts[index - 1]?.about)
    const owner = isClear || !about.before ? '' : about.before + (isEnglish ? ' ' : '')
    const said = owner + fact.text
    const dated = isEnglish ? `${said} (${period})` : `${period} · ${said}`
    const text = isWithin || period === null ? said : dated
    const named = isClear || about.before !== undefined ? text : about.name + after + text
    const at = rest.toLowerCase().indexOf(named.toLowerCase())
    if (at < 0) return null
    rest = `${rest.slice(0, at)}#${rest.slice(at + named.length)}`
  }
  return rest
}

const UNCOUNTED = /[\d.,%‰€$¥]+/gu

const QUOTED = /“[^“”]*”|「[^「」]*」/gu
const LISTED = /[(（][^()（）]*[)）]/gu

test('each fact says itself what it is: without its figures no two of a sheet are the same', () => {
  for (const { sheet } of answered) {
    const bare = sheet.facts.map(
      ({ about, text, period }) => `${about.id} ${period} ${text.replaceAll(UNCOUNTED, '#')}`,
    )
    expect(new Set(bare).size).toBe(bare.length)
    for (const { text, about } of sheet.facts) {
      expect(about.name).not.toMatch(/[(),:;（），：；“”「」]/u)
      expect(text.replaceAll(UNCOUNTED, '')).toMatch(/\p{L}{2}/u)
      // What somebody typed ends where its marks close it.
      const untyped = text.replaceAll(QUOTED, '').replaceAll(LISTED, '')
      expect(untyped).not.toMatch(/999|[“”「」()（）]/u)
      // Beside another one neither a figure nor a list could be taken for more than it is.
      expect(text).not.toMatch(/^\d/u)
      if (names.some((name) => text.includes(name))) expect(text).toMatch(/[)）]$/u)
    }
  }
})

test.each(LOCALES)('%s: what an honest model says of every answer passes', (locale) => {
  const own = answered.filter(({ sheet }) => sheet.locale === locale)
  expect(own.length).toBeGreaterThan(8)
  for (const one of own) expect(check(one.honest, one)).toMatchObject({ ok: true })
})

test.each(LOCALES)('%s: thousands of lies are added, and none passes', (locale) => {
  const passed = new Set<string>()
  let tried = 0
  for (const one of answered.filter(({ sheet }) => sheet.locale === locale)) {
    const true_ = one.honest[0]!
    for (const text of one.honest)
      for (const lie of additionsTo(text, one)) {
        tried += 1
        // Beside a sentence with a source, too.
        if (check([lie], one).ok || check([true_, lie], one).ok) passed.add(lie)
        // And as what is not covered.
        const beside = check([true_], one, [lie])
        if (!beside.ok || beside.notCovered.includes(lie)) passed.add(lie)
      }
  }
  console.info(`${locale}: ${tried} lies added`)
  expect(tried).toBeGreaterThan(3000)
  expect([...passed]).toEqual([])
})

test.each(LOCALES)(
  '%s: facts are moved in thousands of ways, and whatever is shown is still true',
  (locale) => {
    const untrue = new Set<string>()
    let [tried, shown] = [0, 0]
    for (const one of answered.filter(({ sheet }) => sheet.locale === locale))
      for (const text of one.honest)
        for (const move of movesOf(text, one)) {
          tried += 1
          const checked = check([move.text], one)
          if (!checked.ok) continue
          shown += 1
          const told = checked.claims[0]!.text
          const rest = restOf(told, move.facts, one)
          const words = move.facts.reduce((all, fact) => all.replace(hole(fact), '#'), move.text)
          if (rest?.toLowerCase() !== words.toLowerCase()) untrue.add(told)
        }
    console.info(`${locale}: facts moved ${tried} times, ${shown} shown`)
    expect(shown).toBeGreaterThan(2000)
    expect([...untrue]).toEqual([])
  },
)

/** What says in a statement that it is about whoever asks. */
const YOURS = { en: /\byour?\b/iu, 'zh-CN': /您/u, 'zh-TW': /您/u } as const

test.each(LOCALES)('%s: whatever was asked, each figure of an answer says whose it is and when', (locale) => {
  const answers = answered.filter(({ sheet }) => sheet.locale === locale && sheet.about === null)
  const own = new Set<string>()
  for (const one of answers)
    for (const fact of one.sheet.facts)
      for (const text of [hole(fact), `${hole(fact)}${signsOf(one.sheet).end}`]) {
        const checked = check([text], one)
        if (!checked.ok) throw new Error(checked.reason)
        const shown = checked.claims[0]!.text
        const isReader = fact.about.before !== undefined
        if (isReader) own.add(fact.key)
        if (isReader) expect(shown).toMatch(YOURS[locale])
        else expect(shown.toLowerCase()).toContain(fact.about.name.toLowerCase())
        if (fact.period !== null) expect(shown).toContain(fact.period)
      }
  // Numbers, targets, tasks, the place on the board, and warnings.
  expect(own.size).toBeGreaterThan(5)
})

/** Each asks about somebody else, and the model tells what is the asker's own. */
const MISLED = [
  ['manager', 'Which warnings are open in my team?', 'open_warnings', {}, 'Open warnings about you: 0.'],
  ['rep', 'What is Mei’s place?', 'board', { period: 'month' }, /^Your calls: place 2 of 3 with 120 \(/u],
  ['rep', 'How far is my team from the month?', 'my_targets', {}, /^Your calls: 120 of 330, .*March 2026\)/u],
  ['rep', 'What does my team have to do?', 'my_tasks', {}, /^Your to-do list: 1 task\./u],
] as const

test.each(MISLED)('%s: “%s”, and the model says what is theirs', async (as, question, name, given, says) => {
  const who = { ...context.people.get(`${HOME} ${ASKERS[as]}`)!, locale: 'en' as const }
  const complete = (async ({ earlier = [] }: ModelRequest) => {
    const key = Object.values(earlier.at(-1)?.result ?? {})
      .flatMap((told) => told as { key: string; of: string }[])
      .find((told) => told.of === 'you')?.key
    return key === undefined
      ? { kind: 'tool-calls', calls: [{ id: '1', name, arguments: given }] }
      : { kind: 'answer', value: { claims: [{ text: `{{${key}}}.`, part: null }], notCovered: [] } }
  }) as Model['complete']
  const asker = { who, now: Temporal.Instant.from(NOW), t: BOT.translator('en') }
  const told = await answerQuestion({ ...context, model: { complete } }, asker, question, ASK_TOOLS)
  if (told.kind !== 'written') throw new Error(told.reason)
  expect(told.claims.map(({ text }) => text)).toEqual([
    typeof says === 'string' ? says : expect.stringMatching(says),
  ])
})
