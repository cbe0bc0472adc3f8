// The queries of the control interface: GET /control/<name>.
import type { Sandbox } from '../sandbox.ts'
import { screenOf } from './screen.ts'
import { unreadOf } from './unread.ts'

export const QUERIES: Readonly<
  Record<string, { about: string; run(sandbox: Sandbox, query: URLSearchParams): unknown }>
> = {
  view: {
    about: 'What a user sees; ?user=anna&workspace=T…&language=en (of the tour)',
    run: (sandbox, query) => {
      const session = sandbox.user(query.get('user') ?? '', query.get('workspace') ?? undefined)
      const nextMorning = new Date(sandbox.nextMorning(session.user, sandbox.clock.now())).toISOString()
      const tour = sandbox.tour?.(query.get('language') ?? 'en') ?? null
      return { ...screenOf(session), nextMorning, tour }
    },
  },
  people: {
    about: 'Workspaces with their people and channels.',
    run: ({ platform }) =>
      [...platform.workspaces.values()].map(({ id, name, users, channels }) => ({
        id,
        name,
        people: [...users.values()],
        channels: [...channels.values()].map((channel) => ({
          id: channel.id,
          name: channel.name,
          kind: channel.kind,
          members: [...channel.members],
        })),
      })),
  },
  unread: {
    about:
      'What each person has not read yet: how many messages in which conversation, and the latest of them.',
    run: (sandbox) => unreadOf(sandbox),
  },
  calls: {
    about: 'Web API calls with their verdicts; ?method=…&after=(number)&refused=true',
    run: (sandbox, query) =>
      (query.get('refused') === 'true'
        ? sandbox.refused()
        : sandbox.calls(query.get('method') ?? undefined)
      ).filter((call) => call.number > Number(query.get('after') ?? 0)),
  },
  deliveries: {
    about: 'What was delivered to the app, how it was taken and how fast.',
    run: (sandbox) => sandbox.deliveries(),
  },
  clock: {
    about: 'What the clock shows.',
    run: ({ clock }) => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() }),
  },
  faults: { about: 'Faults that are still pending.', run: ({ faults }) => faults.pending() },
}
