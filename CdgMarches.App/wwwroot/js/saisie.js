// The entry grid of a census answer: keyboard, range paste, autosave, conflicts, replay after a lost connection.
// One delegated listener per kind of event; Blazor sees batches of cells, never a keystroke.

const BLOC = 100;
const CARACTERES = 12000;
const REPOS = 800;
const ESSAI = 2000;
const PATIENCE = 10000;

const REGLES = { 1: "Minimum", 2: "Estimé", 4: "Maximum" };

class Grille {
  constructor(zone, pont) {
    this.zone = zone;
    this.pont = pont;
    this.file = new Map();
    this.refusees = new Map();
    this.arret = new AbortController();
    this.vivante = true;
  }

  async ouvrir() {
    const reponse = await fetch(this.zone.dataset.adresse, { headers: { "X-Fragment": "1" }, signal: this.arret.signal });
    if (reponse.redirected || reponse.status === 401) {
      location.assign(`/compte/connexion?retour=${encodeURIComponent(location.pathname)}`);
      return;
    }
    if (!reponse.ok) {
      this.zone.textContent = "Les lignes n'ont pas pu être lues. Rien n'est perdu : rechargez la page.";
      return;
    }
    this.zone.innerHTML = await reponse.text();
    this.table = this.zone.querySelector("table");
    this.etat = document.getElementById("etat-saisie");
    this.conflits = document.getElementById("conflits-saisie");
    this.cle = `saisie:${this.table.dataset.reponse}`;
    this.table.querySelectorAll("tr[data-ligne]").forEach((ligne) => this.examiner(ligne));
    this.dire(this.table.dataset.ouverte === "oui" ? "Saisie ouverte : tout est enregistré au fur et à mesure." : "Lecture seule.");
    if (this.table.dataset.ouverte !== "oui") return;
    const options = { signal: this.arret.signal };
    this.table.addEventListener("keydown", (e) => this.touche(e), options);
    this.table.addEventListener("paste", (e) => this.coller(e), options);
    this.table.addEventListener("input", (e) => this.taper(e), options);
    this.table.addEventListener("change", (e) => this.changer(e.target), options);
    this.table.addEventListener("focusin", (e) => e.target.select?.(), options);
    window.addEventListener("online", () => this.envoyer(), options);
    window.addEventListener("beforeunload", (e) => this.partir(e), options);
    this.rejouer();
  }

  // ---- Cells ----------------------------------------------------------------------------------------------------
  ligneDe(champ) {
    return Number(champ.closest("tr").dataset.ligne);
  }

  idDe(champ) {
    return `${this.ligneDe(champ)}/${champ.dataset.c}`;
  }

  champ(ligne, colonne) {
    return document.getElementById(`ligne-${ligne}`)?.querySelector(`input[data-c="${colonne}"]`) ?? null;
  }

  taper(evenement) {
    const champ = evenement.target;
    if (!champ.dataset.c) return;
    this.examiner(champ.closest("tr"));
    this.retenir(champ);
    clearTimeout(this.repos);
    this.repos = setTimeout(() => this.envoyer(), REPOS);
  }

  changer(champ) {
    if (!champ.dataset?.c) return;
    this.examiner(champ.closest("tr"));
    this.retenir(champ);
    clearTimeout(this.repos);
    this.repos = setTimeout(() => this.envoyer(), 60);
  }

  /** Queues the cell with the value that was read: defaultValue is what the server last acknowledged. */
  retenir(champ) {
    const id = this.idDe(champ);
    this.refusees.delete(id);
    if (champ.value.trim() === champ.defaultValue && !this.file.has(id)) {
      this.signaler(champ, null);
      this.garder();
      return;
    }
    const lue = this.file.get(id)?.v0 ?? champ.defaultValue;
    if (champ.value.trim() === lue && !this.enVol?.has(id)) {
      this.file.delete(id);
    } else {
      this.file.set(id, { l: this.ligneDe(champ), c: Number(champ.dataset.c), v0: lue, v: champ.value });
      champ.classList.add("en-attente");
    }
    this.garder();
  }

  garder() {
    try {
      // What was refused stays too: typed again after a reload, it shows its reason again.
      const restes = [...this.refusees.values(), ...(this.enVol?.values() ?? []), ...this.file.values()];
      if (restes.length === 0) sessionStorage.removeItem(this.cle);
      else sessionStorage.setItem(this.cle, JSON.stringify(restes));
    } catch {
      // Storage refused: the server still gets every cell while the connection holds.
    }
  }

  rejouer() {
    let restes = [];
    try {
      restes = JSON.parse(sessionStorage.getItem(this.cle) ?? "[]");
    } catch {
      restes = [];
    }
    for (const cellule of restes) {
      const champ = this.champ(cellule.l, cellule.c);
      if (!champ || champ.defaultValue === cellule.v.trim()) continue;
      champ.value = cellule.v;
      champ.classList.add("en-attente");
      this.file.set(`${cellule.l}/${cellule.c}`, cellule);
      this.examiner(champ.closest("tr"));
    }
    if (this.file.size > 0) {
      this.dire(`${this.file.size} cellule(s) tapée(s) avant la coupure sont reprises.`);
      this.envoyer();
    } else {
      this.garder();
    }
  }

  // ---- Sending --------------------------------------------------------------------------------------------------
  prendre() {
    const bloc = new Map();
    let taille = 0;
    for (const [id, cellule] of this.file) {
      taille += cellule.v.length + cellule.v0.length;
      if (bloc.size === BLOC || (bloc.size > 0 && taille > CARACTERES)) break;
      bloc.set(id, cellule);
    }
    bloc.forEach((_, id) => this.file.delete(id));
    return bloc;
  }

  /** A circuit that is cut never rejects its calls: a block is given up as soon as the cut shows, or after a silence. */
  async appeler(bloc) {
    let garde;
    const silence = new Promise((_, refuser) => {
      const depart = Date.now();
      garde = setInterval(() => (this.coupee() || Date.now() - depart > PATIENCE) && refuser(new Error("sans réponse")), 500);
    });
    try {
      return await Promise.race([this.pont.invokeMethodAsync("EnregistrerAsync", bloc), silence]);
    } finally {
      clearInterval(garde);
    }
  }

  coupee() {
    const etats = document.getElementById("components-reconnect-modal")?.classList;
    return ["show", "failed", "rejected"].some((etat) => etats?.contains(`components-reconnect-${etat}`));
  }

  attendreLaConnexion() {
    this.dire("Connexion interrompue : votre saisie est gardée ici et partira au retour de la connexion.", true);
    this.essai = setTimeout(() => this.envoyer(), ESSAI);
  }

  async envoyer() {
    clearTimeout(this.essai);
    this.essai = null;
    if (this.enVol || this.file.size === 0 || !this.vivante) return;
    if (this.coupee()) {
      this.attendreLaConnexion();
      return;
    }
    this.enVol = this.prendre();
    this.garder();
    this.dire("Enregistrement…");
    try {
      const retour = await this.appeler([...this.enVol.values()]);
      const bloc = this.enVol;
      this.enVol = null;
      this.recevoir(bloc, retour);
    } catch {
      // Not acknowledged: back in the queue, newer keystrokes win, and we try again.
      for (const [id, cellule] of this.enVol) {
        const recente = this.file.get(id);
        this.file.set(id, recente ? { ...recente, v0: cellule.v0 } : cellule);
      }
      this.enVol = null;
      this.attendreLaConnexion();
    }
    this.garder();
    if (this.file.size > 0 && !this.essai) this.envoyer();
  }

  recevoir(bloc, retour) {
    this.essai = null;
    if (retour.refus) {
      for (const [id, cellule] of bloc) {
        this.refusees.set(id, cellule);
        this.signaler(this.champ(cellule.l, cellule.c), retour.refus);
      }
      this.dire(retour.refus, true);
      return;
    }
    let refusees = 0;
    for (const sort of retour.cellules) {
      const champ = this.champ(sort.ligne, sort.champ);
      const envoyee = bloc.get(`${sort.ligne}/${sort.champ}`);
      if (!champ || !envoyee) continue;
      if (sort.sort === "conflit") this.opposer(champ, envoyee, sort);
      else if (sort.sort === "refusee") {
        refusees++;
        if (!this.file.has(this.idDe(champ))) this.refusees.set(this.idDe(champ), envoyee);
        this.signaler(champ, sort.message);
      } else this.acquitter(champ, envoyee, sort.valeur);
    }
    if (refusees > 0) this.dire(`${refusees} cellule(s) refusée(s) : voyez le motif sous la case.`, true);
    else this.dire(`Enregistré à ${retour.heure}`);
  }

  acquitter(champ, envoyee, valeur) {
    champ.defaultValue = valeur;
    if (champ.value === envoyee.v || document.activeElement !== champ) {
      if (!this.file.has(this.idDe(champ))) champ.value = valeur;
    }
    const suite = this.file.get(this.idDe(champ));
    if (suite) suite.v0 = valeur;
    else champ.classList.remove("en-attente");
    this.signaler(champ, null);
    this.examiner(champ.closest("tr"));
  }

  /** Both values, and the choice: nothing typed is ever overwritten in silence. */
  opposer(champ, envoyee, sort) {
    const id = this.idDe(champ);
    const ancien = this.conflits.querySelector(`[data-conflit="${id}"]`);
    ancien?.remove();
    const boite = document.createElement("div");
    boite.className = "message ton-attention";
    boite.dataset.conflit = id;
    const texte = document.createElement("p");
    texte.textContent = `${champ.getAttribute("aria-label")} : vous avez tapé « ${envoyee.v} », ${sort.par ?? "un autre"} a mis « ${sort.valeur || "vide"} » à ${sort.heure ?? "l'instant"}.`;
    const choix = document.createElement("p");
    choix.className = "rang";
    choix.append(
      this.bouton("Garder la mienne", () => {
        boite.remove();
        champ.defaultValue = sort.valeur;
        champ.value = envoyee.v;
        this.file.set(id, { ...envoyee, v0: sort.valeur });
        this.garder();
        this.envoyer();
        champ.focus();
      }),
      this.bouton(`Prendre celle de ${sort.par ?? "l'autre"} (${sort.heure ?? ""})`, () => {
        boite.remove();
        this.file.delete(id);
        this.acquitter(champ, envoyee, sort.valeur);
        champ.value = sort.valeur;
        this.garder();
        champ.focus();
      }),
    );
    boite.append(texte, choix);
    this.conflits.append(boite);
    champ.setAttribute("aria-invalid", "true");
    this.dire("Une cellule a été changée par quelqu'un d'autre : choisissez la valeur à garder.", true);
  }

  bouton(texte, agir) {
    const bouton = document.createElement("button");
    bouton.type = "button";
    bouton.className = "bouton";
    bouton.textContent = texte;
    bouton.addEventListener("click", agir, { signal: this.arret.signal });
    return bouton;
  }

  signaler(champ, message) {
    if (!champ) return;
    const id = `e${this.ligneDe(champ)}-${champ.dataset.c}`;
    let note = document.getElementById(id);
    if (!message) {
      note?.remove();
      champ.removeAttribute("aria-invalid");
      champ.removeAttribute("aria-describedby");
      return;
    }
    if (!note) {
      note = document.createElement("p");
      note.id = id;
      note.className = "champ-erreur";
      champ.after(note);
    }
    note.textContent = message;
    champ.setAttribute("aria-invalid", "true");
    champ.setAttribute("aria-describedby", id);
  }

  dire(texte, alerte = false) {
    if (!this.etat) return;
    this.etat.textContent = texte;
    this.etat.classList.toggle("retard", alerte);
  }

  // ---- Live checks ----------------------------------------------------------------------------------------------
  nombre(champ) {
    const net = (champ?.value ?? "").replace(/[\s\u00A0\u202F]/g, "").replace(",", ".");
    return net !== "" && /^\d+(\.\d+)?$/.test(net) ? Number(net) : null;
  }

  examiner(ligne) {
    const lus = [1, 2, 4].map((c) => [c, ligne.querySelector(`input[data-c="${c}"]`)]);
    const poses = lus.map(([c, champ]) => [c, champ, this.nombre(champ)]).filter(([, , n]) => n !== null);
    for (const [, champ] of lus) champ?.classList.remove("desordre");
    for (let i = 1; i < poses.length; i++) {
      const [c, champ, valeur] = poses[i];
      const [c0, , avant] = poses[i - 1];
      const faux = avant > valeur;
      champ.classList.toggle("desordre", faux);
      champ.title = faux ? `${REGLES[c0]} dépasse ${REGLES[c].toLowerCase()}.` : "";
    }
    const ecart = ligne.querySelector("td.ecart");
    if (!ecart) return;
    const montant = ligne.querySelector('input[data-c="8"]');
    const quantites = [2, 4, 1].map((c) => this.nombre(ligne.querySelector(`input[data-c="${c}"]`)));
    const valeur = quantites.find((q) => q !== null) ?? this.nombre(montant);
    const n1 = ligne.dataset.n1 ? Number(ligne.dataset.n1) / (lus.some(([, c]) => c) ? 1000 : 100) : null;
    if (n1 === null || n1 === 0 || valeur === null || valeur === undefined) {
      ecart.textContent = "";
      ecart.classList.remove("fort");
      return;
    }
    const part = Math.round(((valeur - n1) / n1) * 100);
    ecart.textContent = `${part > 0 ? "+" : ""}${part} %`;
    ecart.classList.toggle("fort", Math.abs(valeur - n1) * 2 > n1);
  }

  // ---- Keyboard and paste ---------------------------------------------------------------------------------------
  lignes() {
    return [...this.table.querySelectorAll("tr[data-ligne]")];
  }

  aller(champ, pas) {
    const lignes = this.lignes();
    for (let i = lignes.indexOf(champ.closest("tr")) + pas; i >= 0 && i < lignes.length; i += pas) {
      const cible = lignes[i].querySelector(`input[data-c="${champ.dataset.c}"]`);
      if (cible) {
        cible.focus();
        return true;
      }
    }
    return false;
  }

  cote(champ, pas) {
    const tous = [...this.table.querySelectorAll("input[data-c]")];
    tous[tous.indexOf(champ) + pas]?.focus();
  }

  touche(e) {
    const champ = e.target;
    if (!champ.dataset?.c || e.altKey || e.ctrlKey || e.metaKey) return;
    const debut = champ.selectionStart === 0;
    const fin = champ.selectionEnd === champ.value.length;
    const entier = debut && fin;
    const gestes = {
      Enter: () => this.aller(champ, e.shiftKey ? -1 : 1) || this.changer(champ),
      ArrowDown: () => this.aller(champ, 1),
      ArrowUp: () => this.aller(champ, -1),
      ArrowRight: () => (fin && (entier || champ.selectionStart === champ.value.length) ? (this.cote(champ, 1), true) : null),
      ArrowLeft: () => (debut && (entier || champ.selectionEnd === 0) ? (this.cote(champ, -1), true) : null),
      Escape: () => {
        champ.value = champ.defaultValue;
        champ.select();
        this.changer(champ);
        return true;
      },
    };
    const geste = gestes[e.key];
    if (geste && geste() !== null) e.preventDefault();
  }

  /** A range copied from a spreadsheet: one row per line, one column per asked field, starting at the cell. */
  coller(e) {
    const champ = e.target;
    const texte = e.clipboardData?.getData("text/plain") ?? "";
    if (!champ.dataset?.c || !/[\t\n\r]/.test(texte)) return;
    e.preventDefault();
    const colonnes = [...this.table.querySelectorAll("thead th[data-champ]")].map((th) => th.dataset.champ);
    const depart = colonnes.indexOf(champ.dataset.c);
    const lignes = this.lignes();
    const premiere = lignes.indexOf(champ.closest("tr"));
    const rangs = texte.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
    let collees = 0;
    let ignorees = 0;
    rangs.forEach((rang, i) => {
      rang.split("\t").forEach((valeur, j) => {
        const cible = lignes[premiere + i]?.querySelector(`input[data-c="${colonnes[depart + j]}"]`);
        if (!cible) {
          if (valeur.trim() !== "") ignorees++;
          return;
        }
        cible.value = valeur.trim().slice(0, cible.maxLength > 0 ? cible.maxLength : undefined);
        this.retenir(cible);
        collees++;
      });
      if (lignes[premiere + i]) this.examiner(lignes[premiere + i]);
    });
    this.dire(`${collees} cellule(s) collée(s)${ignorees > 0 ? `, ${ignorees} sans case correspondante` : ""}.`);
    this.envoyer();
  }

  partir(e) {
    if (this.file.size > 0 || this.enVol) e.preventDefault();
  }

  fermer() {
    this.vivante = false;
    clearTimeout(this.repos);
    clearTimeout(this.essai);
    this.arret.abort();
  }
}

export async function ouvrir(zone, pont) {
  const grille = new Grille(zone, pont);
  await grille.ouvrir();
  return grille;
}
