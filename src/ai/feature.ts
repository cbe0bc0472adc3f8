// Text of a language model: drafts, summaries, coaching and answers in plain words, made of what the database says alone.
import type { Feature } from '../feature.ts'
import { answerInPlainWords } from './slack/answer-question.ts'
import { draftReport } from './slack/draft-text.ts'
import { coach, coachButton, sumUp, sumUpButton } from './slack/text-buttons.ts'
import { AI_TEXT } from './slack/text-ids.ts'
import { words } from './words/words.ts'

export const ai: Feature = {
  name: 'ai',
  words,
  actions: { [AI_TEXT.coach]: coach, [AI_TEXT.sumUp]: sumUp },
  questions: [answerInPlainWords],
  draftReport,
  repButtons: [coachButton],
  teamButtons: [sumUpButton],
}
