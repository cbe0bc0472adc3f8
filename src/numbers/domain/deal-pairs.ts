// Splits what follows 'signed' into customers with their money, and other numbers: 'Hengxin 126,000 and Acme 40k, calls 30'.
import { tokensOf } from './line-tokens.ts'

export interface Pair {
  name: string
  amount: string
  /** False: another number, as the calls of the day. */
  isDeal: boolean
}

/** '126,000', '40k', '¥8万', '80000'; not the number in a name: 'Studio 54'. */
export const isMoney = (amount: string): boolean => /[^\d+-]/u.test(amount) || /\d{4}/u.test(amount)

const LIST_SIGN = /^[,，、;；]+ */u
const AND = /^(?:and|plus) +|^& *|^(?:以及|还有|還有|[和与與及跟])/iu
const AGAIN =
  /^(?:(?:signed|closed|won|landed)(?: with)? +|新?签约 *|签下 *|签了 *|拿下 *|新?簽約 *|簽下 *|簽了 *)/iu
const BEFORE_AMOUNT = /[ ,:=-]*(?:(?<![a-z])(?:for|at|worth)|金额|金額|合同|合約|共|的)?[ ,:=-]*$/iu

/** `isNumber`: the name is that of a number which the team counts. */
export function pairsIn(rest: string, isNumber: (name: string) => boolean): Pair[] {
  const lower = rest.toLowerCase()
  const typed = lower.length === rest.length ? rest : lower
  const pairs: Pair[] = []
  let name = ''
  let at = 0
  for (const { kind, text } of tokensOf(lower, [])) {
    const from = lower.indexOf(text, at)
    const said = typed.slice(from, from + text.length)
    at = from + text.length
    const called = nameIn(name, pairs.length === 0)
    if (kind === 'amount' && called !== '' && (isMoney(text) || isNumber(called))) {
      pairs.push({ name: called, amount: text, isDeal: isMoney(text) && !isNumber(called) })
      name = ''
    } else name = `${name} ${said}`.trim()
  }
  return pairs
}

/** Behind a comma 和 begins a name ('和记'); without one it is 'and'. */
function nameIn(text: string, isFirst: boolean): string {
  const listed = text.replace(LIST_SIGN, '')
  const isListed = listed !== text
  const isName = isFirst || (isListed && !/^(?:and|plus) /iu.test(listed))
  const alone = isName ? listed : listed.replace(AND, '')
  return alone.replace(AGAIN, '').replace(BEFORE_AMOUNT, '').trim()
}
