// The attendance sheet of a live session: one delegated listener per kind of event, ticks sent one by one and kept until the
// server has them, changes from other screens applied line by line.

const ESSAI = 1500;
const PATIENCE = 10000;

class Feuille {
  constructor(zone, pont) {
    this.zone = zone;
    this.pont = pont;
    this.cle = `presences:${zone.dataset.seance}`;
    this.arret = new AbortController();
    this.file = this.reprendre();
    this.version = 0;
    if (zone.dataset.ouverte !== "oui") return;
    const options = { signal: this.arret.signal };
    zone.addEventListener("change", (e) => this.cocher(e.target), options);
    zone.addEventListener("keydown", (e) => this.touche(e), options);
    window.addEventListener("online", () => this.envoyer(), options);
    this.envoyer();
  }

  fermer() {
    this.arret.abort();
    clearTimeout(this.essai);
    this.zone = null;
  }

  // ---- What is ticked here ------------------------------------------------------------------------------------
  cocher(champ) {
    const ligne = champ.closest?.("[data-p]");
    if (!ligne) return;
    const present = ligne.querySelector("[data-present]");
    const distance = ligne.querySelector("[data-distance]");
    // Ticking "remote" is being there; unticking it leaves the person in the room.
    if (champ === distance && distance.checked) present.checked = true;
    if (!present.checked) distance.checked = false;
    this.file.set(ligne.dataset.p, { present: present.checked, distance: distance.checked });
    ligne.classList.add("en-attente");
    this.garder();
    this.envoyer();
  }

  touche(e) {
    const champ = e.target;
    const cellule = champ.closest?.("[data-p]");
    if (!cellule || e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === "d" || e.key === "D") {
      const distance = cellule.querySelector("[data-distance]");
      distance.checked = !distance.checked;
      this.cocher(distance);
      e.preventDefault();
      return;
    }
    const colonnes = [...this.zone.querySelectorAll("input[data-present]")];
    const rang = colonnes.indexOf(cellule.querySelector("[data-present]"));
    let cible = null;
    if (e.key === "ArrowRight") cible = colonnes[rang + 1];
    else if (e.key === "ArrowLeft") cible = colonnes[rang - 1];
    else if (e.key === "ArrowDown" || e.key === "ArrowUp") cible = this.voisin(cellule, e.key === "ArrowDown" ? 1 : -1);
    else if (e.key === "Home" && e.target.type === "checkbox") cible = colonnes[0];
    else if (e.key === "End" && e.target.type === "checkbox") cible = colonnes.at(-1);
    if (!cible) return;
    cible.focus();
    e.preventDefault();
  }

  /** The same column on the next line that has somebody in it. */
  voisin(cellule, pas) {
    const colonne = cellule.closest("td")?.cellIndex ?? 1;
    const lignes = [...this.zone.querySelectorAll("tbody tr")];
    let i = lignes.indexOf(cellule.closest("tr")) + pas;
    for (; i >= 0 && i < lignes.length; i += pas) {
      const champ = lignes[i].cells[colonne]?.querySelector("[data-present]") ?? lignes[i].querySelector("[data-present]");
      if (champ) return champ;
    }
    return null;
  }

  // ---- Sending, nothing lost ----------------------------------------------------------------------------------
  reprendre() {
    try {
      return new Map(JSON.parse(sessionStorage.getItem(this.cle) ?? "[]"));
    } catch {
      return new Map();
    }
  }

  garder() {
    try {
      if (this.file.size === 0) sessionStorage.removeItem(this.cle);
      else sessionStorage.setItem(this.cle, JSON.stringify([...this.file]));
    } catch {
      // Storage refused: the server still gets every tick while the connection holds.
    }
    const attente = this.zone?.querySelector("[data-attente]");
    if (attente) attente.textContent = this.file.size > 1 || this.coupe ? `${this.file.size} présence(s) en attente d'enregistrement.` : "";
  }

  async envoyer() {
    clearTimeout(this.essai);
    if (this.enVol || !this.zone) return;
    this.enVol = true;
    try {
      while (this.file.size > 0 && this.zone) {
        const [personne, etat] = this.file.entries().next().value;
        let refus;
        try {
          refus = await this.appeler(personne, etat);
        } catch {
          this.coupe = true;
          this.garder();
          this.essai = setTimeout(() => this.envoyer(), ESSAI);
          return;
        }
        this.coupe = false;
        if (this.file.get(personne) === etat) this.file.delete(personne);
        this.garder();
        const ligne = this.ligne(personne);
        ligne?.classList.remove("en-attente");
        this.dire(refus);
        if (refus && ligne) this.remettre(ligne);
      }
    } finally {
      this.enVol = false;
    }
  }

  /** A circuit that is cut never rejects its calls: one is given up as soon as the cut shows, or after a silence, and sent again
   * later. The same tick twice changes nothing. */
  appeler(personne, etat) {
    let garde;
    const silence = new Promise((_, refuser) => {
      const depart = Date.now();
      garde = setInterval(() => (this.coupee() || Date.now() - depart > PATIENCE) && refuser(new Error("sans réponse")), 500);
    });
    return Promise.race([
      this.pont.invokeMethodAsync("BasculerAsync", personne, etat.present, etat.distance),
      silence,
    ]).finally(() => clearInterval(garde));
  }

  coupee() {
    const etats = document.getElementById("components-reconnect-modal")?.classList;
    return ["show", "failed", "rejected"].some((etat) => etats?.contains(`components-reconnect-${etat}`));
  }

  dire(refus) {
    const echec = this.zone?.querySelector("[data-echec]");
    if (!echec) return;
    echec.hidden = !refus;
    echec.textContent = refus ?? "";
  }

  /** After a refusal the boxes go back to what the server last said. */
  remettre(ligne) {
    ligne.querySelector("[data-present]").checked = ligne.dataset.la === "true";
    ligne.querySelector("[data-distance]").checked = ligne.dataset.loin === "true";
  }

  // ---- What comes from the server -----------------------------------------------------------------------------
  appliquer(changement) {
    if (!this.zone || changement.version < this.version) return;
    this.version = Math.max(this.version, changement.version);
    for (const l of changement.lignes) {
      const ligne = this.ligne(l.personne);
      if (!ligne) continue;
      ligne.dataset.la = l.presente;
      ligne.dataset.loin = l.aDistance;
      ligne.querySelector("[data-heures]").textContent = l.heures;
      ligne.classList.toggle("compte", l.compte);
      if (this.file.has(l.personne)) continue;
      ligne.classList.remove("en-attente");
      this.remettre(ligne);
    }
    if (changement.jauge) this.jauger(changement.jauge);
    this.zone.dataset.version = this.version;
  }

  jauger(jauge) {
    const texte = this.zone.querySelector("[data-jauge-texte]");
    if (texte.textContent !== jauge.texte) texte.textContent = jauge.texte;
    const trait = this.zone.querySelector("[data-jauge-trait]");
    trait.max = Math.max(1, jauge.sieges);
    trait.low = jauge.requis;
    trait.value = jauge.presentes;
    this.zone.querySelector("[data-jauge]").classList.toggle("atteint", jauge.atteint);
  }

  ligne(personne) {
    return this.zone?.querySelector(`[data-p="${personne}"]`) ?? null;
  }
}

export function ouvrir(zone, pont) {
  return new Feuille(zone, pont);
}
