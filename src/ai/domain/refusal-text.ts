// Why an answer of a model was refused, in words for the model: nothing that somebody may have typed is told back.
import type { TextRefusal } from './check-text.ts'

const WHY: Readonly<Record<TextRefusal, string>> = {
  'unknown-placeholder': 'there is no fact of that key',
  'own-words':
    'beside a fact stands something else than the phrases given, between two facts nothing, or something behind the last one',
  'no-source': 'a sentence without a fact that is no advice, or where no advice is wanted',
  figure: 'a figure or number word that is no placeholder',
  name: 'a name, or a capital letter inside a sentence, that is no placeholder',
  sign: 'a sign other than letters and plain punctuation',
  trend: 'a trend, a judgement or a rank of your own',
  date: 'a date, weekday or period that is no placeholder',
  'too-long': 'too long, or too many sentences',
  language: 'not in the language asked for',
  'says-nothing': 'no sentence has a fact',
}

/** Only what the checks find by their own lists is told back: whatever else may be what somebody typed. */
const TOLD: readonly TextRefusal[] = ['figure', 'trend', 'date']
const TOLD_LENGTH = 30

export function refusalText(reason: TextRefusal, what: string): string {
  const words = TOLD.includes(reason) ? ` (${JSON.stringify([...what].slice(0, TOLD_LENGTH).join(''))})` : ''
  return `The text was refused: ${WHY[reason]}${words}. Write it again.`
}
