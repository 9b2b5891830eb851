import {
  type ModalProps,
  Modal as PatternFlyModal,
} from "@patternfly/react-core/dist/esm/components/Modal/Modal";

const hidden = "aria-hidden";

/** PatternFly's dialog, whose title isn't cut off after one line, and behind which the page stays hidden. */
export function Modal({ title, ...props }: Omit<ModalProps, "ref">) {
  return <HidingModal {...props} title={<span style={{ whiteSpace: "normal" }}>{title}</span>} />;
}

/**
 * Keeps the page behind the dialog hidden from screen readers. Each dialog of PatternFly that goes away shows the page
 * again. One of the console's that isn't open does so too, when the console redraws after Back.
 *
 * @see [Modal](https://github.com/patternfly/patternfly-react/blob/v5/packages/react-core/src/components/Modal/Modal.tsx)
 */
class HidingModal extends PatternFlyModal {
  private readonly watch = new MutationObserver((changes) => {
    const isShown = changes.some(({ target }) => !(target as Element).hasAttribute(hidden));
    // PatternFly hides the page each time that its dialog is rendered.
    if (isShown) this.forceUpdate();
  });

  override componentDidMount() {
    super.componentDidMount();
    const { appendTo } = this.props;
    if (appendTo === undefined) return;
    for (const part of this.getElement(appendTo).children)
      if (part.hasAttribute(hidden)) this.watch.observe(part, { attributeFilter: [hidden] });
  }

  override componentWillUnmount() {
    this.watch.disconnect();
    super.componentWillUnmount();
  }
}
