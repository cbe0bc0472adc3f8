// The app's home tab on a user's screen.
import type { View } from '../state/entities.ts'
import { homeOf } from '../state/views.ts'
import type { ActionResult } from './block-actions.ts'
import { choose, findPlaced, press, putValue, type Target } from './elements.ts'
import type { Entry } from './fields.ts'
import type { WaitingUser } from './user-context.ts'
import { wordsOf } from './words.ts'
import { openHome } from './write-message.ts'

export class Home {
  private readonly session: WaitingUser

  constructor(session: WaitingUser) {
    this.session = session
  }

  get view(): View | undefined {
    return homeOf(this.session.workspace, this.session.user.id)
  }

  /** Opens the tab: the app receives app_home_opened and may publish a view. */
  open(): void {
    openHome(this.session)
  }

  words(): string {
    return wordsOf(this.session, this.view?.blocks ?? [], this.view?.values).join('\n')
  }

  /** Waits until the tab shows these words. */
  async waitFor(about: string, timeoutMs?: number): Promise<this> {
    await this.session.waitFor(() => this.words().includes(about), timeoutMs)
    return this
  }

  async click(target: Target): Promise<ActionResult> {
    const { view, placed } = await this.find(target)
    return press(this.session, { view }, placed, typeof target === 'string' ? target : undefined)
  }

  async choose(target: Target, entry: Entry): Promise<ActionResult> {
    const { view, placed } = await this.find(target)
    return choose(this.session, { view }, placed, entry)
  }

  /** Enters a value into a field; the app receives it with the next click. */
  async enter(target: Target, entry: Entry): Promise<void> {
    const { view, placed } = await this.find(target)
    putValue(this.session, view.values, placed, entry)
  }

  private find(target: Target) {
    return this.session.waitFor(() => {
      const view = this.view
      const placed = view && findPlaced(view.blocks, target)
      return view && placed ? { view, placed } : undefined
    })
  }
}
