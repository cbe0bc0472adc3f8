// Everything that the control interface can be asked to show.
import type { Sandbox } from '../start.ts'
import { see } from './see.ts'
import { unreadOf } from './unread.ts'

export const LOOKS: Readonly<
  Record<string, { about: string; look(sandbox: Sandbox, query: URLSearchParams): unknown }>
> = {
  view: {
    about: 'What a person sees; ?user=anna&workspace=T…',
    look: (sandbox, query) =>
      see(sandbox.person(query.get('user') ?? '', query.get('workspace') ?? undefined)),
  },
  people: {
    about: 'Workspaces with their people and channels.',
    look: ({ platform }) =>
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
    look: (sandbox) => unreadOf(sandbox),
  },
  calls: {
    about: 'Web API calls with their verdicts; ?method=…&after=(number)&refused=true',
    look: (sandbox, query) =>
      (query.get('refused') === 'true'
        ? sandbox.refused()
        : sandbox.calls(query.get('method') ?? undefined)
      ).filter((call) => call.number > Number(query.get('after') ?? 0)),
  },
  deliveries: {
    about: 'What was delivered to the app, how it was taken and how fast.',
    look: (sandbox) => sandbox.deliveries(),
  },
  clock: {
    about: 'What the clock shows.',
    look: ({ clock }) => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() }),
  },
  faults: { about: 'Faults that have not struck yet.', look: ({ faults }) => faults.waiting() },
}
