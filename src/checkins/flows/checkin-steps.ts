// The due kinds of a check-in with their handlers, in the order in which what is due together is carried out.
import type { DueKind } from '../../schedule/flows/run-due.ts'
import type { CheckinKind } from '../domain/checkin-kind.ts'
import type { ByCheckin } from './checkin.ts'
import { closeCheckins } from './close-checkins.ts'
import { closeMemberDays } from './close-member-days.ts'
import { endCardButtons } from './end-card-buttons.ts'
import { promptMembers } from './prompt-members.ts'
import { remindMembers, remindSnoozed } from './remind-members.ts'

export const checkinSteps = (dueKinds: CheckinKind['dueKinds'], byCheckin: ByCheckin): DueKind[] => [
  { kind: dueKinds.prompt, handle: promptMembers(byCheckin) },
  { kind: dueKinds.remind, handle: remindMembers(byCheckin) },
  { kind: dueKinds['member-close'], handle: closeMemberDays(byCheckin) },
  { kind: dueKinds.close, handle: closeCheckins(byCheckin) },
  { kind: dueKinds['snooze-over'], handle: remindSnoozed(byCheckin), outsideDayPlans: true },
  // Planned at the close, for cards whose button then ends.
  ...(['edit-over', 'late-over'] as const).map(
    (step): DueKind => ({
      ...{ kind: dueKinds[step], handle: endCardButtons(byCheckin, step) },
      outsideDayPlans: true,
    }),
  ),
]
