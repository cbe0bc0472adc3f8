// Reviews: a period looked back on, target against actual, where the gaps come from, and what is done about them.
import type { Feature } from '../feature.ts'
import { FOLLOW_UP } from './domain/follow-up.ts'
import { reviewPermissions } from './domain/permissions.ts'
import { planReviewOffer, REVIEW_OFFER } from './domain/plan-review-offer.ts'
import { onAgreedItems } from './flows/agenda.ts'
import { followUpMeasures } from './flows/follow-up.ts'
import { offerReviews } from './flows/offer-review.ts'
import { QUARTER_WORDS, REVIEW_WORDS } from './slack/command-words.ts'
import { REVIEWS } from './slack/ids.ts'
import { reviewMessages } from './slack/messages.ts'
import { submitAgreement, submitMinutes, takeMinutes } from './slack/minutes-form.ts'
import { reviewBeside, reviewChosenTeam, reviewCommand, reviewFromButton } from './slack/review-command.ts'
import { sendAgenda } from './slack/send-agenda.ts'
import { openWriteForm, submitWriteForm } from './slack/write-form.ts'
import { words } from './words/words.ts'

export const reviews: Feature = {
  name: 'reviews',
  words,
  permissions: reviewPermissions,
  commands: [
    {
      word: 'review',
      aliases: REVIEW_WORDS,
      telling: QUARTER_WORDS,
      help: { place: 48, text: 'help.review', audience: 'managers' },
      run: reviewCommand,
    },
  ],
  actions: {
    [REVIEWS.chooseTeam]: reviewChosenTeam,
    [REVIEWS.show]: reviewFromButton,
    [REVIEWS.write]: openWriteForm,
    [REVIEWS.open]: reviewBeside,
    [REVIEWS.agenda]: sendAgenda,
    [REVIEWS.minutes]: takeMinutes,
  },
  submits: {
    [REVIEWS.writeForm]: submitWriteForm,
    [REVIEWS.minutesForm]: submitMinutes,
    [REVIEWS.agreeForm]: submitAgreement,
  },
  sensitive: [REVIEWS.agenda, REVIEWS.writeForm, REVIEWS.minutesForm, REVIEWS.agreeForm],
  messages: reviewMessages,
  dayPlanners: [planReviewOffer],
  dueKinds: [
    { kind: FOLLOW_UP, handle: followUpMeasures, outsideDayPlans: true },
    { kind: REVIEW_OFFER, handle: offerReviews },
  ],
  reactions: [onAgreedItems],
}
