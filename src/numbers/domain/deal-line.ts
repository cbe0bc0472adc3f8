// Reads a deal as people tell it, alone or among other numbers: 'signed Hengxin 126,000', '签约恒信 12.6万'.
import { cleanText, foldText, withoutInvisible } from '../../core/text.ts'
import { customersMetric, dealMetric } from './deal-metric.ts'
import { isMoney, pairsIn } from './deal-pairs.ts'
import { tokensOf } from './line-tokens.ts'
import { matchMetrics } from './metric-match.ts'
import {
  amountIn,
  LIST_COMMA,
  type LineDictionary,
  type LogEntry,
  type ParsedLogLine,
  parseLogLine,
  SEPARATORS,
  type UnreadLine,
} from './typed-line.ts'

/** In code points. */
export const CUSTOMER_LENGTH = 60
const MOST_WORDS = 8
const MOST_DEALS = 5
/** Of a customer who is named without an amount: more is a sentence. */
const MOST_NAME_WORDS = 3
/** Longer lines are no deal. */
const MOST_CHARACTERS = 300

const THING = '(?: an?| the| our)?(?: new)?(?: deal| contract| customer| client| account| order)?'
const SAID = new RegExp(
  [
    `^(?:(?:we|i|just) )*(?:signed|closed|won|landed)(?: up)?${THING}(?: with| from)?(?=[ :,])`,
    '^new (?:deal|contract|customer|client|account|order)(?: with| from)?(?=[ :,])',
    '^deal (?:with|from)(?= )',
    '^(?:我们?|我們?|刚刚?|剛剛?)*(?:新?签约|签下|新?签单|签了|新签|成交|拿下|开单|中标|新客户' +
      '|新?簽約|簽下|新?簽單|簽了|新簽|開單|中標|新客戶)(?:了|客户|客戶|一单|一單)?',
  ].join('|'),
  'iu',
)
/** '恒信签约 12.6万': the customer comes first. */
const SAID_AFTER = /^(.{1,60}?)(?:签约|签单|签了|成交|簽約|簽單|簽了)[ :]*(?=[^\p{L}]*\d)/u
/** Before a verb these are no customer. */
const NO_CUSTOMER = /^(?:[今昨前本上]|[周週]|星期|礼拜|禮拜|我|咱|刚|剛|共|\d)/u
const BEFORE_AMOUNT = /[ ,:=-]*(?:(?<![a-z])(?:for|at|worth)|金额|金額|合同|合約|共|的)?[ ,:=-]*$/iu
const AFTER_AMOUNT = /^ (?:with|from) /iu
/** 'signed in at 9', 'won it'. */
const PARTICLE = /^(?:in|on|off|out|to|at|for|it|that|this|them)(?![\p{L}\d])/iu

interface Deal {
  customer: string | null
  amount: string
}

/**
 * As `parseLogLine`, and where that cannot read the line, as a deal: its money, and one customer more where the role counts
 * them. Several deals are never read as one.
 */
export function parseLine(text: string, dictionary: LineDictionary): ParsedLogLine {
  const parsed = parseLogLine(text, dictionary)
  return parsed.ok ? parsed : (withDeal(text, dictionary, parsed) ?? parsed)
}

/** Whether the line can be read as a deal or several, and only so. */
export function isDealLine(text: string, dictionary: LineDictionary): boolean {
  const parsed = parseLogLine(text, dictionary)
  if (parsed.ok) return false
  const deal = withDeal(text, dictionary, parsed)
  return deal !== null && (deal.ok || deal.reason === 'several-deals' || deal.problem === 'missing')
}

/** Without a customer, what may name one of several numbers ('新签 5') is no deal but asked about. */
function withDeal(text: string, dictionary: LineDictionary, { reason }: UnreadLine): ParsedLogLine | null {
  if (text.length > MOST_CHARACTERS) return null
  const isCount = (deal: Deal) => deal.customer === null && reason === 'ambiguous'
  const line = withoutInvisible(text)
    .normalize('NFKC')
    .replace(/[\n\r]+/gu, '; ')
    .replace(/\s+/gu, ' ')
    .trim()
  const several = severalDeals(line, dictionary)
  if (several) return several
  const whole = dealIn(line, dictionary)
  if (whole) return isCount(whole) ? null : entriesWith(whole, [], dictionary)
  const parts = line.split(SEPARATORS).flatMap((part) => part.split(LIST_COMMA))
  const read = parts.map((part) => ({ part, deal: dealIn(part.trim(), dictionary) }))
  const [deal, another] = read.flatMap((one) => one.deal ?? [])
  if (!deal) return withoutAmount(line, dictionary)
  if (another || isCount(deal)) return null
  const rest = read.flatMap(({ part, deal: isDeal }) => (isDeal ? [] : [part]))
  const parsed = parseLogLine(rest.join('\n'), dictionary)
  if (!parsed.ok) return parsed.reason === 'empty' ? entriesWith(deal, [], dictionary) : parsed
  return entriesWith(deal, parsed.entries, dictionary)
}

/** 'signed Hengxin': who signed, and no amount, which is asked for. Null: no deal, or something else is meant. */
function withoutAmount(line: string, dictionary: LineDictionary): UnreadLine | null {
  const metric = dealMetric(dictionary.own.map((one) => one.metric))
  const said = SAID.exec(line)
  if (!metric || !said || /[\d,;，、；]/u.test(line)) return null
  const customer = nameOf(line.slice(said[0].length).replace(/[.。!！ ]+$/u, ''))
  if (!customer || isNumber(customer, dictionary) || PARTICLE.test(customer)) return null
  if (customer.split(' ').length > MOST_NAME_WORDS) return null
  return {
    ...{ ok: false, reason: 'bad-amount', part: customer, problem: 'missing', readings: [] },
    candidates: [metric],
  }
}

/** Null: at most one deal is told. `line`: normalised. */
function severalDeals(line: string, dictionary: LineDictionary): UnreadLine | null {
  const metric = dealMetric(dictionary.own.map((one) => one.metric))
  const parts = line.split(SEPARATORS).flatMap((part) => part.split(LIST_COMMA).map((one) => one.trim()))
  const first = parts.findIndex((part) => SAID.test(part) || SAID_AFTER.test(part))
  if (!metric || first < 0) return null
  const found = toldFrom(parts.slice(first), dictionary)
  const deals = found.filter(({ isDeal }) => isDeal)
  if (deals.length < 2) return null
  const others = [...parts.slice(0, first), ...found.flatMap((one) => (one.isDeal ? [] : one.line))]
  const lines = deals.map((deal, index) => (index === 0 ? [deal.line, ...others].join('; ') : deal.line))
  const areClear = lines.every((one) => {
    const parsed = parseLine(one, dictionary)
    return parsed.ok && parsed.customer !== undefined
  })
  return {
    ...{ ok: false, reason: 'several-deals', part: line, problem: null, readings: [], candidates: [metric] },
    ...(areClear && deals.length <= MOST_DEALS && { lines }),
  }
}

function toldFrom(parts: readonly string[], dictionary: LineDictionary): { line: string; isDeal: boolean }[] {
  const told = parts.filter((part) => part !== '').join(', ')
  const said = SAID.exec(told)
  if (!said) return parts.map((part) => ({ line: part, isDeal: SAID_AFTER.test(part) }))
  const verb = said[0].trim()
  const pairs = pairsIn(told.slice(said[0].length), (name) => isNumber(name, dictionary))
  return pairs.map(({ name, amount, isDeal }) => ({
    ...{ line: isDeal ? `${verb} ${name} ${amount}` : `${name} ${amount}`, isDeal },
  }))
}

const isNumber = (name: string, { own, others }: LineDictionary): boolean =>
  matchMetrics(foldText(name), own, others).metrics.length > 0

/** `line`: normalised, of one clause. */
function dealIn(line: string, dictionary: LineDictionary): Deal | null {
  const said = SAID.exec(line)
  const clause = line.replace(/[.。!！ ]+$/u, '')
  const deal = said ? dealAfter(clause.slice(said[0].length)) : customerFirst(clause)
  if (!deal?.customer) return deal
  const isList = /[,，、;；]/u.test(deal.customer) || deal.customer.split(' ').length > MOST_WORDS
  return isNumber(deal.customer, dictionary) || isList || PARTICLE.test(deal.customer) ? null : deal
}

function customerFirst(clause: string): Deal | null {
  const found = SAID_AFTER.exec(clause)
  if (!found || NO_CUSTOMER.test(found[1]!)) return null
  const deal = dealAfter(clause.slice(found[0].length))
  return deal && deal.customer === null ? { ...deal, customer: nameOf(found[1]!) } : null
}

/** What follows the verb: a name and an amount, an amount 'with' a name, or an amount alone. */
function dealAfter(rest: string): Deal | null {
  const lower = rest.toLowerCase()
  const typed = lower.length === rest.length ? rest : lower
  const tokens = tokensOf(lower, [])
  const last = tokens.at(-1)
  // 'A 5k with B 40k' is no customer.
  if (tokens.slice(1, -1).some(({ kind, text }) => kind === 'amount' && isMoney(text))) return null
  if (last?.kind === 'amount') {
    const before = typed.slice(0, lower.lastIndexOf(last.text))
    if (/[\d:]$/u.test(before.replace(/^[ :]+/u, ''))) return null
    return { amount: last.text, customer: nameOf(before.replace(BEFORE_AMOUNT, '')) }
  }
  const [first] = tokens
  if (first?.kind !== 'amount' || tokens.length !== 2) return null
  const after = typed.slice(lower.indexOf(first.text) + first.text.length)
  return AFTER_AMOUNT.test(after)
    ? { amount: first.text, customer: nameOf(after.replace(AFTER_AMOUNT, '')) }
    : null
}

const nameOf = (text: string): string | null =>
  cleanText(text.replace(/^[ ,:=]+|[ ,:=]+$/gu, ''), CUSTOMER_LENGTH) || null

/** Null: the role counts no deals, or the same line says the money twice. */
function entriesWith(
  { customer, amount }: Deal,
  others: readonly LogEntry[],
  { own, picks }: LineDictionary,
): ParsedLogLine | null {
  const metrics = own.map(({ metric }) => metric)
  const metric = dealMetric(metrics)
  if (!metric || others.some((one) => one.metric.key === metric.key)) return null
  const value = amountIn(amount, metric, picks)
  if (typeof value !== 'number') return value
  if (value <= 0) return null
  const counted = customersMetric(metric, metrics)
  const isSaid = others.some((one) => one.metric.key === counted?.key)
  const one = counted && !isSaid ? [{ metric: counted, value: 10 ** counted.decimals }] : []
  const entries = [{ metric, value }, ...one, ...others]
  return { ok: true, entries, ...(customer === null ? {} : { customer }) }
}
