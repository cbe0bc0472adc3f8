// Writes short sentences from facts, as a model would: every figure, name and date is the placeholder of a fact.
import type { Conversation, Language, SentFact } from './conversation.ts'
import { COUNTED, IS_STAND_IN, SAID } from './words.ts'

interface Claim {
  text: string
  part: string | null
}

const MOST_CLAIMS = 8

export function writeClaims(conversation: Conversation): { claims: Claim[]; notCovered: string[] } {
  const { language, facts } = conversation
  const written = [...figureClaims(conversation), ...nameClaims(conversation), ...quoteClaims(conversation)]
  const claims = written.slice(0, MOST_CLAIMS)
  const empty = [
    {
      text: { en: 'There is nothing to tell.', 'zh-CN': '没有可说的内容。', 'zh-TW': '沒有可說的內容。' }[
        language
      ],
      part: null,
    },
  ]
  return {
    claims: facts.length > 0 && claims.length > 0 ? claims : empty,
    notCovered: [IS_STAND_IN[language]],
  }
}

const hole = ({ key }: Pick<SentFact, 'key'>): string => `{{${key}}}`

/** Of one person or team, one metric and one period: what was reached, and what is left. A period is said once. */
function figureClaims({ facts, language, parts, question }: Conversation): Claim[] {
  const all = facts.filter(({ kind, label }) => kind === 'number' && label !== undefined)
  const asked = all.filter(({ label }) => isNamedIn(question, label!))
  const figures = asked.length > 0 ? asked : all
  const groups = Map.groupBy(figures, ({ of, label, when }) => [of, label, when].join('\n'))
  const part = partLike(parts, 'results')
  const { end } = SAID[language]
  let said = ''
  return [...groups.values()].map((group): Claim => {
    const [first] = group as [SentFact]
    const date = facts.find(({ kind, key }) => kind === 'date' && key === first.when)
    const head = headOf(first, facts, language, date && date.text !== said ? date : null)
    said = date?.text ?? ''
    return { text: `${head}${sentenceOf(group, facts, language)}${end}`, part }
  })
}

/** What is left stands behind what was reached, in the same claim: it is about the same person and number. */
function sentenceOf(group: readonly SentFact[], facts: readonly SentFact[], language: Language): string {
  const { comma, stop, ...words } = SAID[language]
  const of = (wanted: string) => {
    const found = group.find(({ key }) => endOf(key) === wanted)
    return found ? hole(found) : ''
  }
  const [actual, target, rank] = [of('actual'), of('target'), of('rank')]
  const reached = actual && target ? words.reached(actual, target, of('attainment')) : actual
  const main = [
    ...[rank && words.place(rank, of('of')), reached || (target && words.target(target))],
    ...group.filter(({ key }) => !TOLD_APART.has(endOf(key))).map(hole),
    paceOf(group, facts, language),
  ]
  // Nothing is to be said of what is reached already.
  const left = of('per-day') && words.left(of('rest'), of('days-left'), of('per-day'))
  return [main.filter((one) => one !== '').join(comma), left].filter((one) => one !== '').join(stop)
}

const TOLD_APART: ReadonlySet<string> = new Set([
  ...['actual', 'target', 'attainment', 'gap', 'rest', 'days-left', 'per-day', 'forecast', 'rank', 'of'],
])

/** Empty: nothing is due yet, or it is told by the figure itself. */
function paceOf(group: readonly SentFact[], facts: readonly SentFact[], language: Language): string {
  const gap = group.find(({ key }) => endOf(key) === 'gap')
  const [{ of, label, when }] = group as [SentFact]
  const way = facts.find(
    (one) =>
      one.kind === 'direction' &&
      endOf(one.about ?? '') === 'gap' &&
      [one.of, one.label, one.when].join() === [of, label, when].join(),
  )
  if (!way || !group.some(({ key }) => endOf(key) === 'target')) return ''
  return gap ? SAID[language].pace(hole(gap), hole(way), way.way === 'ahead') : hole(way)
}

/** '跟进数' in '谁没有跟进？', 'Calls' in 'How many calls …?'. */
const isNamedIn = (question: string, label: string): boolean =>
  question.toLowerCase().includes(label.toLowerCase().replace(/[数量數]$/u, ''))

const endOf = (key: string): string => key.slice(key.lastIndexOf('.') + 1)

/** Whose figure it is, unless the reader's, what it is called, and in which period. */
function headOf(
  { of, label }: SentFact,
  facts: readonly SentFact[],
  language: Language,
  date: SentFact | null,
): string {
  const words = SAID[language]
  const named = facts.find(({ kind, key }) => kind === 'name' && key === of)
  const name = named ? `${hole(named)}${words.of}` : ''
  if (language === 'en') {
    const what = named ? inside(label!) : label
    return `${name}${what}${date ? `${NAMED_PERIOD.test(date.text) ? ' in ' : ' '}${hole(date)}` : ''}${words.colon}`
  }
  return `${name}${date ? `${hole(date)}的` : ''}${label}${words.colon}`
}

/** 'in November 2026', but 'this week', and 'today'. */
const NAMED_PERIOD = /^\p{Lu}\p{L}* \d{4}$/u

/** 'Calls' is 'calls' inside a sentence, 'CRM demos' stays. */
const inside = (label: string): string => (/^\p{Lu}[^\p{Lu}]*$/u.test(label) ? label.toLowerCase() : label)

/** Whoever stands in the facts with a name alone, such as who has not answered; and what is only counted. */
function nameClaims({ facts, language, parts }: Conversation): Claim[] {
  if (parts.length > 0) return []
  const { colon, end } = SAID[language]
  const counts = facts.filter(({ kind, label }) => kind === 'number' && label === undefined)
  return counts.flatMap((count): Claim[] => {
    const of = facts.find(({ kind, key }) => kind === 'name' && key === count.of)
    const words = COUNTED[language][endOf(count.key)]
    if (words === undefined) return []
    const named = facts.filter(({ kind, key }) => kind === 'name' && key.startsWith(`${count.key}.`))
    const whose = of ? `${hole(of)}${SAID[language].of}${inside(words)}` : words
    const head = `${whose}${colon}${hole(count)}${end}`
    const names = named.map(hole).join(SAID[language].comma)
    return [head, ...(named.length > 0 ? [`${words}${colon}${names}${end}`] : [])].map((text) => ({
      text,
      part: null,
    }))
  })
}

/** Lines that people wrote, each in the part that it belongs to. */
function quoteClaims({ facts, language, parts }: Conversation): Claim[] {
  const { colon, end, done, open, stuck } = SAID[language]
  return facts
    .filter(({ kind }) => kind === 'quote')
    .map((fact) => {
      const [words, part] = /^(?:deal|done)/.test(fact.key)
        ? [done, partLike(parts, 'results')]
        : /^blocker/.test(fact.key)
          ? [stuck, partLike(parts, 'challenges')]
          : [open, partLike(parts, 'plan')]
      return { text: `${words}${colon}${hole(fact)}${end}`, part }
    })
}

/** Null: the text has no parts. */
const partLike = (parts: readonly string[], wanted: string): string | null =>
  parts.length === 0 ? null : (parts.find((part) => part === wanted) ?? parts[0]!)
