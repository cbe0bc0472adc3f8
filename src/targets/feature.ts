// The targets feature: what a team and its reps are to reach in a month or quarter, and how they stand against it.
import { z } from 'zod'
import type { Feature } from '../feature.ts'
import { messageKind } from '../outbox/flows/message-kind.ts'
import { OFFER_OVER } from './domain/leave-offer.ts'
import { targetsPermissions } from './domain/permissions.ts'
import { TARGET_PERIODS } from './domain/target-period.ts'
import { endOffers } from './flows/end-offers.ts'
import { loadLeaveOffer } from './flows/facts/leave-offer.ts'
import { loadTargetSet, loadTargetsSet } from './flows/facts/target-set.ts'
import { loadTeamTargetSet } from './flows/facts/team-target-set.ts'
import { onLeave, onManager } from './flows/leave-offer.ts'
import { targetsAuditKinds } from './slack/audit-kinds.ts'
import { TARGET_WORDS } from './slack/command-words.ts'
import { myTargets } from './slack/home-section.ts'
import { TARGETS } from './slack/ids.ts'
import { openLower, renderLeaveOffer } from './slack/leave-offer.ts'
import { targetsInMine } from './slack/me-part.ts'
import { seeParts, turnParts } from './slack/see-parts.ts'
import { submitCascade, submitTeamWeights } from './slack/submit-cascade.ts'
import { pasteTable, submitTable, submitTablePreview } from './slack/submit-table.ts'
import { submitPreview, submitTarget, submitWeights } from './slack/submit-target.ts'
import { targetCommand, targetOfChosen } from './slack/target-command.ts'
import { renderTargetSet, renderTargetsSet } from './slack/target-set.ts'
import { renderTeamTargetSet } from './slack/team-target-set.ts'
import { showWhy } from './slack/why.ts'
import { words } from './words/words.ts'

export const targets: Feature = {
  name: 'targets',
  words,
  permissions: targetsPermissions,
  auditKinds: targetsAuditKinds,
  commands: [
    {
      word: 'target',
      aliases: TARGET_WORDS,
      help: { place: 35, text: 'help.target', audience: 'everyone' },
      run: targetCommand,
    },
  ],
  actions: {
    [TARGETS.why]: showWhy,
    [TARGETS.paste]: pasteTable,
    [TARGETS.targetOf]: targetOfChosen,
    [TARGETS.lower]: openLower,
    [TARGETS.seeParts]: seeParts,
    [TARGETS.turnParts]: turnParts,
  },
  submits: {
    [TARGETS.form]: submitTarget,
    [TARGETS.weightsForm]: submitWeights,
    [TARGETS.previewForm]: submitPreview,
    [TARGETS.cascadeWeights]: submitTeamWeights,
    [TARGETS.cascadePreview]: submitCascade,
    [TARGETS.tableForm]: submitTable,
    [TARGETS.tablePreview]: submitTablePreview,
  },
  sensitive: [TARGETS.previewForm, TARGETS.cascadePreview, TARGETS.tablePreview],
  messages: [
    messageKind({
      kind: 'target-set',
      subject: z.object({
        ...{ memberId: z.string(), metricKey: z.string(), period: z.enum(TARGET_PERIODS) },
        ...{ from: z.string(), to: z.string(), version: z.int() },
      }),
      load: loadTargetSet,
      render: renderTargetSet,
    }),
    messageKind({
      kind: 'team-target-set',
      subject: z.object({
        ...{ metricKey: z.string(), period: z.enum(TARGET_PERIODS) },
        ...{ from: z.string(), to: z.string(), version: z.int() },
      }),
      load: loadTeamTargetSet,
      render: renderTeamTargetSet,
    }),
    messageKind({
      kind: 'targets-set',
      subject: z.object({
        memberId: z.string(),
        targets: z.array(
          z.object({
            ...{ metricKey: z.string(), period: z.enum(TARGET_PERIODS) },
            ...{ from: z.string(), to: z.string(), version: z.int(), since: z.int().optional() },
          }),
        ),
      }),
      load: loadTargetsSet,
      render: renderTargetsSet,
    }),
    messageKind({
      kind: 'leave-offer',
      subject: z.object({ memberId: z.string(), from: z.string() }),
      load: loadLeaveOffer,
      render: renderLeaveOffer,
      buttons: {
        [TARGETS.lower]: { changes: 'leave, another manager, the target is set', dueKinds: [OFFER_OVER] },
      },
    }),
  ],
  dueKinds: [{ kind: OFFER_OVER, handle: endOffers, outsideDayPlans: true }],
  reactions: [onLeave, onManager],
  home: [myTargets],
  ownNumbers: [targetsInMine],
}
