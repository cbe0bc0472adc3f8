// What the org feature contributes about who leads a team: manager, delegate, and the team above.
import { z } from 'zod'
import { messageKind } from '../outbox/flows/message-kind.ts'
import type { Handlers } from '../slack/handlers.ts'
import { PLAN_DAY } from './domain/next-plan.ts'
import { loadDelegateNamed, loadManagerWanted } from './flows/facts/manager-wanted.ts'
import { loadParentAnswer, loadParentChanged, loadParentProposed } from './flows/facts/parent-team.ts'
import { LEAD } from './slack/ids.ts'
import { renderDelegateNamed, renderManagerWanted } from './slack/manager-wanted.ts'
import {
  keepFromButton,
  openDelegateForm,
  openManagerForm,
  submitDelegate,
  submitManager,
} from './slack/name-manager.ts'
import {
  agreeToParent,
  declineParent,
  renderParentAnswer,
  renderParentChanged,
  renderParentProposed,
} from './slack/parent-team.ts'

export const leadActions: Handlers['actions'] = {
  [LEAD.nameManager]: openManagerForm,
  [LEAD.nameDelegate]: openDelegateForm,
  [LEAD.keep]: keepFromButton,
  [LEAD.agree]: agreeToParent,
  [LEAD.decline]: declineParent,
}

export const leadSubmits: Handlers['submits'] = {
  [LEAD.managerForm]: submitManager,
  [LEAD.delegateForm]: submitDelegate,
}

/** Each of them decides who sees a team's numbers. */
export const LEAD_SENSITIVE: readonly string[] = [...Object.keys(leadActions), ...Object.keys(leadSubmits)]

const teamId = z.string()
const byUserId = z.string()

export const leadMessages = [
  messageKind({
    kind: 'manager-wanted',
    subject: z.object({ teamId, managerUserId: z.string(), since: z.string().nullable() }),
    load: loadManagerWanted,
    render: renderManagerWanted,
    // The plan of a day looks whether the manager is back.
    buttons: Object.fromEntries(
      [LEAD.nameManager, LEAD.nameDelegate, LEAD.keep].map((id) => [
        id,
        { changes: 'a manager is named, stays, or is back', dueKinds: [PLAN_DAY] },
      ]),
    ),
  }),
  messageKind({
    kind: 'delegate-named',
    subject: z.object({ teamId, byUserId }),
    load: loadDelegateNamed,
    render: renderDelegateNamed,
  }),
  messageKind({
    kind: 'parent-changed',
    subject: z.object({
      ...{ teamId, byUserId },
      ...{ parentTeamId: z.string().nullable(), formerTeamId: z.string().nullable() },
    }),
    load: loadParentChanged,
    render: renderParentChanged,
  }),
  messageKind({
    kind: 'parent-proposed',
    subject: z.object({ teamId, parentTeamId: z.string(), byUserId }),
    load: loadParentProposed,
    render: renderParentProposed,
    buttons: {
      [LEAD.agree]: { changes: 'answered, replaced, or the manager changed' },
      [LEAD.decline]: { changes: 'answered, replaced, or the manager changed' },
    },
  }),
  messageKind({
    kind: 'parent-answer',
    subject: z.object({ teamId, parentTeamId: z.string(), byUserId, accepted: z.boolean() }),
    load: loadParentAnswer,
    render: renderParentAnswer,
  }),
]
