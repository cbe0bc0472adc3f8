// Why an answer of a model was refused, in words for the model: nothing that somebody may have typed is told back.
import type { TextRefusal } from './check-text.ts'

const WHY: Readonly<Record<TextRefusal, string>> = {
  'unknown-placeholder': 'there is no fact of that key',
  'own-words':
    'beside a fact stands something else than the phrases given, between two facts nothing, before a fact of somebody else no semicolon, or something behind the last one',
  'no-source': 'a sentence without a fact that is none of the advice given',
  'advice-beside-facts': 'advice stands in one text with facts; it is a text of its own',
  'too-long': 'too long, or too many sentences',
  'says-nothing': 'no sentence has a fact',
  'wrong-part': '"part" is none of those given',
}

/** Nothing of the text is told back: it may be what somebody typed. */
export const refusalText = (reason: TextRefusal, parts: readonly string[] = []): string => {
  const given = reason === 'wrong-part' ? `: ${parts.join(', ')}` : ''
  return `The text was refused: ${WHY[reason]}${given}. Write it again.`
}
