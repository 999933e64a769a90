import { Component, type ReactNode } from 'react';

/**
 * What stands there when a screen breaks: that nothing is lost, and a way on. The words come in from outside, because
 * a class cannot ask for them, and whatever draws them must not be what broke.
 */
export class Broken extends Component<{ title: string; lead: string; again: string; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className="signin" role="alert">
        <h1>{this.props.title}</h1>
        <p className="muted">{this.props.lead}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>{this.props.again}</button>
      </main>
    );
  }
}
