// Buttons that ask the bot a question in plain words, as if it had been typed.
import type { Block } from './blocks.ts'
import { plain } from './fields.ts'
import { limits } from './limits.ts'
import { clip } from './mrkdwn.ts'

export const ASK_QUESTION = 'question:ask'

export const askButtons = (questions: readonly string[]): Block => ({
  type: 'actions',
  elements: questions.map((question, index) => ({
    type: 'button',
    action_id: `${ASK_QUESTION}#${index}`,
    text: plain(clip(question, limits.button.text.maxLength)),
    value: question,
  })),
})
