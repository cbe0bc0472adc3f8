// The facts of a set-up form for tests: a new team of two, unless the test says otherwise.
import { presetFor } from '../../src/numbers/domain/presets.ts'
import { ROLES, type TeamSettings } from '../../src/org/domain/team.ts'
import type { SetupFacts } from '../../src/setup/flows/load-setup.ts'
import { testSettings } from '../support/settings.ts'

export function facts(more: Partial<SetupFacts> = {}, settings: Partial<TeamSettings> = {}): SetupFacts {
  return {
    channelId: 'C1',
    stage: 'private',
    teamId: null,
    today: Temporal.PlainDate.from('2026-11-27'),
    movesFrom: null,
    settings: testSettings(settings),
    inForceFrom: null,
    parentTeamId: null,
    parents: [],
    managerUserId: 'UMANAGER',
    delegateUserId: null,
    memberUserIds: ['UANN', 'ULI'],
    peopleInChannel: 3,
    currency: 'EUR',
    roles: ROLES,
    rankable: ROLES.flatMap((role) =>
      presetFor(role, 'EUR')
        .filter(({ kind }) => kind === 'additive')
        .map((metric) => ({ role, metric })),
    ),
    ...more,
  }
}
