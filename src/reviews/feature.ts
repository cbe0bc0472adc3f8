// Reviews: a month or a quarter looked back on, target against actual, and where the gaps come from.
import type { Feature } from '../feature.ts'
import { REVIEW_WORDS } from './slack/command-words.ts'
import { REVIEWS } from './slack/ids.ts'
import { reviewChosenTeam, reviewCommand, reviewFromButton } from './slack/review-command.ts'
import { words } from './words/words.ts'

export const reviews: Feature = {
  name: 'reviews',
  words,
  commands: [
    {
      word: 'review',
      aliases: REVIEW_WORDS,
      help: { place: 48, text: 'help.review', audience: 'managers' },
      run: reviewCommand,
    },
  ],
  actions: {
    [REVIEWS.chooseTeam]: reviewChosenTeam,
    [REVIEWS.show]: reviewFromButton,
  },
}
