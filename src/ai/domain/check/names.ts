// Refuses names: of anyone in the workspace, and whatever looks like one.
import { simplified } from '../../../core/simplified.ts'
import { foldText } from '../../../core/text.ts'
import { type Check, type ClaimText, KNOWN_WORDS, latinWords } from '../claim-text.ts'
import { chineseNameIn } from './chinese-names.ts'
import { COMMON_WORDS } from './common-words.ts'

/**
 * In English a capital letter inside a sentence is a name, and a sentence opens with a common word. In Chinese a surname is
 * one with what follows it.
 */
export const unknownName: Check = (claim) =>
  nameOfSomebody(claim) ?? capitalised(claim) ?? chineseNameIn(claim.words)

const CAPITAL = /\p{Lu}/u

function capitalised({ words }: ClaimText): string | null {
  const isName = ({ text, plain, opens }: ReturnType<typeof latinWords>[number]): boolean => {
    if (!CAPITAL.test(text) || KNOWN_WORDS.has(plain) || text === 'I' || /^I['’]/u.test(text)) return false
    return !opens || !COMMON_WORDS.has(plain) || CAPITAL.test(text.slice(1))
  }
  return latinWords(words).find(isName)?.text ?? null
}

/** Names that are also words: in small letters they are nobody. */
const ALSO_WORDS = new Set(
  `will mark grace may max rose bill frank rich art dawn hope joy faith pat sue drew chase grant jack dean miles young long
king page price cook hall hill wood woods brook brooks ray lane carter ford bell west green brown white black gray field
stone banks best law love sharp short small strong wise jade ruby april june august summer autumn amber ivy lily daisy
bob rob nick don ken gene guy hank jean jay josh lance lee miller baker mason hunter taylor parker walker fisher porter
sales north south east team major minor key deal gain win victor victory van der den von del`.split(/\s+/u),
)

/** By the whole name in any letters, or by one of its words; in Chinese also by the given name. */
function nameOfSomebody({ words, vocabulary }: ClaimText): string | null {
  const latin = latinWords(words)
  const asWritten = new Set(latin.map(({ text }) => text.replace(/['’]s?$/u, '').replace(/['’].*$/u, '')))
  const small = new Set(latin.map(({ plain }) => plain))
  const folded = ` ${foldText(words)} `
  const han = simplified(words)
  return vocabulary.names.find((name) => isNamed(name, { asWritten, small, folded, han })) ?? null
}

interface Written {
  asWritten: ReadonlySet<string>
  small: ReadonlySet<string>
  folded: string
  han: string
}

const HAN_NAME = /\p{Script=Han}{2,}/gu
const GIVEN_LENGTH = 2

function isNamed(name: string, { asWritten, small, folded, han }: Written): boolean {
  const parts = latinWords(name).filter(({ text }) => text.length > 1)
  const whole = foldText(name)
  if (parts.length > 1 && folded.includes(` ${whole} `)) return true
  const isPart = parts.some(
    ({ text, plain }) =>
      asWritten.has(text) || (small.has(plain) && !ALSO_WORDS.has(plain) && !COMMON_WORDS.has(plain)),
  )
  if (isPart) return true
  const chinese = simplified(name).match(HAN_NAME) ?? []
  return chinese.some((one) => {
    const given = one.slice(one.length - GIVEN_LENGTH)
    return han.includes(one) || (one.length > GIVEN_LENGTH && han.includes(given))
  })
}
