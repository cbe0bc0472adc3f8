// Text of a language model: drafts, summaries, coaching and answers in plain words, made of what the database says alone.
import type { Feature } from '../feature.ts'
import { words } from './words/words.ts'

export const ai: Feature = {
  name: 'ai',
  words,
}
