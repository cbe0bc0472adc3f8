// All invariants of the crash test.
import type { Invariant } from '../evidence.ts'
import { answersKept } from './answers-kept.ts'
import { boardsPosted } from './boards-posted.ts'
import { dealsTold } from './deals-told.ts'
import { dueSettled } from './due-settled.ts'
import { invitationsSent } from './invitations.ts'
import { ledgerTotals } from './ledger-totals.ts'
import { linesKept } from './lines-kept.ts'
import { messagesShown } from './messages-shown.ts'
import { outboxEmpty } from './outbox-empty.ts'
import { reportsTrue } from './reports-true.ts'
import { saidOnce } from './said-once.ts'
import { summariesTrue } from './summaries-true.ts'
import { warningsTold } from './warnings-told.ts'
import { weekTold } from './week-told.ts'

export const INVARIANTS: readonly Invariant[] = [
  answersKept,
  linesKept,
  ledgerTotals,
  saidOnce,
  messagesShown,
  summariesTrue,
  reportsTrue,
  dealsTold,
  dueSettled,
  boardsPosted,
  invitationsSent,
  outboxEmpty,
  warningsTold,
  weekTold,
]
