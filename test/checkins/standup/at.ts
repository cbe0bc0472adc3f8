// What one person sees and does with a check-in, without Slack in between.
import { expect } from 'vitest'
import { checkView } from '../../../sandbox/checker/view.ts'
import { BOT } from '../../../src/app/features.ts'
import { standup } from '../../../src/checkins/standup/feature.ts'
import { STANDUP } from '../../../src/checkins/standup/slack/ids.ts'
import type { Context } from '../../../src/core/context.ts'
import type { Person } from '../../../src/core/person.ts'
import type { Feature } from '../../../src/feature.ts'
import type { HomeView, ModalView, RenderedMessage } from '../../../src/slack/blocks.ts'
import { drawHome } from '../../../src/slack/home.ts'
import type { ActionRequest, CommandRequest, FormState, SubmitRequest } from '../../../src/slack/requests.ts'

export function at(context: Context, who: Person, feature: Feature = standup, form: string = STANDUP.form) {
  const seen = { views: [] as ModalView[], said: [] as string[], homes: [] as HomeView[] }
  const say = async (message: RenderedMessage) => void seen.said.push(message.text)
  const draw = (view: ModalView) => {
    expect(checkView(view)).toEqual([])
    seen.views.push(view)
  }
  const unused = async () => {
    throw new Error('nobody answers this way')
  }
  const call = () => ({
    who,
    now: context.clock.now(),
    t: BOT.translator(who.locale),
    triggerId: '',
    open: async (view: ModalView) => draw(view),
  })
  const action = (
    value: string,
    channelId: string | null,
    suffix: string,
    view: ActionRequest['view'] = null,
  ): ActionRequest => ({
    ...call(),
    value,
    channelId,
    suffix,
    view,
    redrawHome: async () =>
      void seen.homes.push(await drawHome(BOT.home, who, BOT.translator(who.locale), context)),
    replyEphemeral: say,
    later: () => {},
    tellPrivately: async () => true,
    postLiving: async () => null,
    sendFile: async () => true,
    replace: unused,
    push: unused,
    update: async (view, later) => {
      draw(view)
      if (later) draw(await later)
    },
  })
  return {
    seen,
    click: (actionId: string, value: string, channelId: string | null = 'D1', suffix = '') =>
      feature.actions![actionId]!(action(value, channelId, suffix), context),
    /** In the modal that is open. */
    clickIn: (actionId: string, view: { metadata: string; state: FormState }) =>
      feature.actions![actionId]!(action('', null, '', { viewId: 'V1', hash: '', ...view }), context),
    command: (rest = '') => {
      const reply = (message: RenderedMessage) => void seen.said.push(message.text)
      const commandCall: CommandRequest = { ...call(), channelId: 'C1', rest, reply }
      return feature.commands![0]!.run(commandCall, context)
    },
    shortcut: () => standup.shortcuts![STANDUP.shortcut]!(call(), context),
    keep: (metadata: string) =>
      standup.submits![STANDUP.keep]!({ ...call(), state: {}, metadata, viewId: 'V9' }, context),
    submit: async (state: FormState, metadata: string, viewId = 'V1') => {
      const submitCall: SubmitRequest = { ...call(), state, metadata, viewId }
      const result = await feature.submits![form]!(submitCall, context)
      if (result.kind !== 'close') return result
      if (result.redrawHome)
        seen.homes.push(await drawHome(BOT.home, who, BOT.translator(who.locale), context))
      return { kind: result.kind }
    },
  }
}
