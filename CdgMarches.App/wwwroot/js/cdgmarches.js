// Small helpers called by the components.
window.cdgmarches = {
  focaliser(id) {
    const cible = document.getElementById(id);
    if (!cible) return;
    if (!cible.matches("a[href],button,input,select,textarea,summary,[tabindex]")) cible.tabIndex = -1;
    cible.scrollIntoView({ block: "center" });
    cible.focus({ preventScroll: true });
  },
  ouvrirDialogue(dialogue) {
    if (dialogue && !dialogue.open) dialogue.showModal();
  },
  fermerDialogue(dialogue) {
    if (dialogue?.open) dialogue.close();
  },
};
