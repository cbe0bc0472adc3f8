// The standup as a kind of check-in: every working day, by the rhythm of the team's settings, with five questions.
import type { CheckinKind } from '../../domain/checkin-kind.ts'

export type StandupQuestion = 'numbers' | 'done' | 'plan' | 'blockers' | 'note'

/** For filling in on a phone: the numbers first, the seldom used note last. */
export const STANDUP_KIND: CheckinKind<StandupQuestion> = {
  name: 'standup',
  rhythm: ({ promptTime, closeAfterMinutes, remindBeforeCloseMinutes }) => ({
    ...{ promptTime, closeAfterMinutes, remindBeforeCloseMinutes, weekday: null },
  }),
  dueKinds: {
    ...{ prompt: 'prompt', remind: 'remind', 'member-close': 'member-close', close: 'close' },
    'snooze-over': 'standup-snooze-over',
    ...{ 'edit-over': 'standup-edit-over', 'late-over': 'standup-late-over' },
  },
  sharesDueKinds: false,
  questions: [
    { key: 'numbers', kind: 'number', on: true },
    { key: 'done', kind: 'choice', on: true },
    { key: 'plan', kind: 'list', on: true },
    { key: 'blockers', kind: 'list', on: true },
    { key: 'note', kind: 'text', on: true },
  ],
}
