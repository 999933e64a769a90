import { Component, type ReactNode } from 'react';

/** Keeps a broken part from taking the board with it: what still works goes on, and the part says how to get it back. */
export class ErrorShield extends Component<{ text: string; retry: string; children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="empty" role="alert">
        <p>{this.props.text}</p>
        <button type="button" onClick={() => this.setState({ isBroken: false })}>{this.props.retry}</button>
      </div>
    );
  }
}
