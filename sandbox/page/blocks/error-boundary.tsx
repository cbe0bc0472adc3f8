// Error boundary of one block: the rest of the page stays when it cannot be rendered.
import { Component, type ReactNode } from 'react'
import { NamedBox } from './named-box.tsx'

export interface BlockErrorBoundaryProps {
  kind: string
  /** A changed block is rendered again. */
  block: unknown
  children: ReactNode
}

export class BlockErrorBoundary extends Component<BlockErrorBoundaryProps, { failed: unknown }> {
  override state: { failed: unknown } = { failed: null }

  static getDerivedStateFromError(fault: unknown) {
    return { failed: fault }
  }

  override componentDidUpdate(last: BlockErrorBoundaryProps) {
    if (last.block !== this.props.block && this.state.failed !== null) this.setState({ failed: null })
  }

  override render() {
    return this.state.failed === null ? (
      this.props.children
    ) : (
      <NamedBox kind={this.props.kind} about={String(this.state.failed)} />
    )
  }
}
