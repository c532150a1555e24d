using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>
/// Écrit le classeur de consolidation : synthèse, un lot par feuille (membres en lignes, lignes de catalogue en colonnes),
/// quantités du DQE, membres, décisions d'office (RG5.20 à RG5.22).
/// </summary>
/// <remarks>
/// Les totaux des lots sont des formules, et la synthèse renvoie à ces totaux : tout chiffre mène à ceux qui le font. Les
/// quantités de lignes différentes ne s'additionnent pas : leurs unités diffèrent.
/// </remarks>
public static class ClasseurDeConsolidation
{
    private const int ColonnesDeTete = 3;

    /// <param name="donnees">Ce qu'il contient.</param>
    /// <param name="flux">Où l'écrire ; on doit pouvoir s'y déplacer.</param>
    /// <param name="jour">Le jour de l'export.</param>
    /// <param name="fuseau">Le fuseau du CDG.</param>
    /// <param name="etape">Appelé au début de chaque feuille.</param>
    public static void Ecrire(
        DonneesDeConsolidation donnees,
        Stream flux,
        DateOnly jour,
        TimeZoneInfo fuseau,
        Action<string>? etape = null
    )
    {
        using var classeur = ClasseurExcel.Creer();
        var synthese = classeur.Feuille("Synthèse");
        var totaux = new FeuilleDeLot[donnees.Lots.Count];
        for (var i = 0; i < totaux.Length; i++)
        {
            etape?.Invoke($"Feuille « {donnees.Lots[i].Nom} »");
            totaux[i] = EcrireLeLot(classeur, donnees, donnees.Lots[i]);
        }

        etape?.Invoke("Synthèse");
        EcrireLaSynthese(synthese, donnees, totaux);
        if (donnees.Gel is { } gel)
        {
            EcrireLeDqe(classeur, donnees, gel);
        }

        EcrireLesMembres(classeur, donnees);
        EcrireLesDecisions(classeur, donnees, fuseau);
        LisezMoi(classeur, donnees, jour, fuseau);
        etape?.Invoke("Calcul des totaux et enregistrement");
        classeur.Enregistrer(flux);
    }

    private static FeuilleDeLot EcrireLeLot(ClasseurExcel classeur, DonneesDeConsolidation donnees, LotDeConsolidation lot)
    {
        var feuille = classeur.Feuille(lot.Nom);
        feuille
            .Titre($"{lot.Nom} — {lot.Prestation.Libelle}")
            .Titre($"{donnees.Campagne.Intitule}. {ClasseurDeMembre.Periode(donnees.Campagne)}.")
            .Entetes(
                ColonnesDeTete,
                [
                    ColonneExcel.Texte("Membre") with
                    {
                        LargeurMaximale = 40,
                    },
                    ColonneExcel.Texte("SIRET"),
                    ColonneExcel.Texte("Réponse"),
                    .. lot.Colonnes.Select(EnColonne),
                ]
            );
        for (var membre = 0; membre < lot.Membres.Count; membre++)
        {
            var (nom, siret, etat) = lot.Membres[membre];
            feuille.Ligne().Texte(nom).Texte(siret).Texte(etat.Libelle());
            for (var colonne = 0; colonne < lot.Colonnes.Count; colonne++)
            {
                var valeur = lot[membre, colonne];
                _ = lot.Colonnes[colonne].Champ is ChampDeReponse.MontantHt ? feuille.Montant(valeur) : feuille.Quantite(valeur);
            }
        }

        feuille.Total();
        return new FeuilleDeLot(feuille, lot, feuille.NumeroDeLigne);
    }

    private static ColonneExcel EnColonne((LigneDeLot Ligne, ChampDeReponse Champ) colonne)
    {
        var titre = string.Create(
            CultureInfo.InvariantCulture,
            $"{colonne.Ligne.Numero}. {colonne.Ligne.Designation} ({colonne.Ligne.Unite}) — {colonne.Champ.Libelle()}"
        );
        return colonne.Champ is ChampDeReponse.MontantHt ? ColonneExcel.Montant(titre) : ColonneExcel.Quantite(titre);
    }

    private static void EcrireLaSynthese(FeuilleExcel feuille, DonneesDeConsolidation donnees, FeuilleDeLot[] totaux)
    {
        var fois = donnees.Campagne.Periode is PeriodeDesQuantites.Annuelle ? donnees.Campagne.DureeEnAnnees : 1;
        feuille.Entetes(
            4,
            ColonneExcel.Texte("Prestation"),
            ColonneExcel.Texte("Lot"),
            ColonneExcel.Entier("N°"),
            ColonneExcel.Texte("Désignation"),
            ColonneExcel.Texte("Unité"),
            ColonneExcel.Entier("Membres ayant un besoin"),
            SansTotal(ColonneExcel.Quantite("Σ minimum")),
            SansTotal(ColonneExcel.Quantite("Σ estimé")),
            SansTotal(ColonneExcel.Quantite("Σ maximum")),
            ColonneExcel.Montant("Σ montant HT (€)"),
            SansTotal(ColonneExcel.Quantite("Quantité retenue pour la valeur")),
            ColonneExcel.Prix("Prix unitaire estimé HT (€)"),
            ColonneExcel.Montant($"Valeur HT du besoin sur {Formats.Compter(donnees.Campagne.DureeEnAnnees, "an")} (€)")
        );
        foreach (var total in totaux)
        {
            for (var i = 0; i < total.Lot.Lignes.Count; i++)
            {
                EcrireLaSyntheseDUneLigne(feuille, total, i, fois);
            }
        }

        feuille.Total();
    }

    private static void EcrireLaSyntheseDUneLigne(FeuilleExcel feuille, FeuilleDeLot total, int i, int fois)
    {
        var ligne = total.Lot.Lignes[i];
        var retenue = total.Lot.Retenues[i];
        feuille
            .Ligne()
            .Texte(total.Lot.Prestation.Libelle)
            .Texte(total.Lot.Nom)
            .Entier(ligne.Numero)
            .Texte(ligne.Designation)
            .Texte(ligne.Unite)
            .Entier(total.Lot.Besoins[i]);
        foreach (var champ in (ChampDeReponse[])[ChampDeReponse.Minimum, ChampDeReponse.Estime, ChampDeReponse.Maximum])
        {
            _ = total.Renvoi(ligne, champ) is var (formule, somme) ? feuille.FormuleDeQuantite(formule, somme) : feuille.Vide();
        }

        var montant = total.Renvoi(ligne, ChampDeReponse.MontantHt);
        _ = montant is { } m ? feuille.Formule(m.Formule) : feuille.Vide();
        feuille.Quantite(retenue == 0 ? null : retenue);
        _ = ligne.PrixUnitaireEstime is { } prix ? feuille.Prix(Domain.Noyau.PrixUnitaire.De(prix)) : feuille.Vide();
        var rang = feuille.NumeroDeLigne.ToString(CultureInfo.InvariantCulture);
        _ =
            ligne.PrixUnitaireEstime is not null && retenue != 0 ? feuille.Formule(Invariant($"ROUND(K{rang}*L{rang}*{fois},2)"))
            : montant is { Somme: not 0 } ? feuille.Formule(Invariant($"ROUND(J{rang}*{fois},2)"))
            : feuille.Vide();
    }

    /// <summary>Les quantités que tous les candidats chiffrent : figées avec la version, le prix seul se saisit (RG5.21).</summary>
    private static void EcrireLeDqe(ClasseurExcel classeur, DonneesDeConsolidation donnees, GelDeConsolidation gel)
    {
        var feuille = classeur.Feuille("DQE");
        feuille
            .Titre($"Détail quantitatif estimatif — version gelée n° {gel.Numero}")
            .Titre($"{ClasseurDeMembre.Periode(donnees.Campagne)}. Non contractuel : il sert à comparer les prix.")
            .Entetes(
                4,
                ColonneExcel.Texte("Lot"),
                ColonneExcel.Entier("N°"),
                ColonneExcel.Texte("Désignation"),
                ColonneExcel.Texte("Unité"),
                ColonneExcel.Texte("Base"),
                SansTotal(ColonneExcel.Quantite("Quantité")),
                ColonneExcel.Prix("Prix unitaire HT (€)") with
                {
                    Saisie = true,
                },
                ColonneExcel.Montant("Montant HT (€)")
            );
        foreach (var lot in donnees.Lots)
        {
            for (var i = 0; i < lot.Lignes.Count; i++)
            {
                var ligne = lot.Lignes[i];
                var estime = lot.Rang(ligne.Numero, ChampDeReponse.Estime);
                if (estime is null && (ligne.Demandes & (ChampDeReponse.Minimum | ChampDeReponse.Maximum)) == 0)
                {
                    continue;
                }

                feuille
                    .Ligne()
                    .Texte(lot.Nom)
                    .Entier(ligne.Numero)
                    .Texte(ligne.Designation)
                    .Texte(ligne.Unite)
                    .Texte(estime is null ? "Maximum" : "Estimé")
                    .Quantite(estime is { } rang ? lot.Somme(rang) : lot.Retenues[i])
                    .Vide()
                    .Formule(Invariant($"ROUND(F{feuille.NumeroDeLigne}*G{feuille.NumeroDeLigne},2)"));
            }
        }

        feuille.Total().Proteger();
    }

    private static void EcrireLesMembres(ClasseurExcel classeur, DonneesDeConsolidation donnees)
    {
        var feuille = classeur
            .Feuille("Membres")
            .Entetes(
                1,
                [
                    ColonneExcel.Texte("Membre"),
                    ColonneExcel.Texte("SIRET"),
                    ColonneExcel.Texte("Adresse"),
                    ColonneExcel.Texte("Code postal"),
                    ColonneExcel.Texte("Ville"),
                    .. donnees.Prestations.Select(p => ColonneExcel.Texte(p.Libelle)),
                ]
            );
        foreach (var membre in donnees.Membres)
        {
            feuille
                .Ligne()
                .Texte(membre.Nom)
                .Texte(membre.Siret)
                .Texte(membre.Adresse)
                .Texte(membre.CodePostal)
                .Texte(membre.Ville);
            foreach (var prestation in donnees.Prestations)
            {
                feuille.Texte(membre.Etats.TryGetValue(prestation.Id, out var etat) ? etat.Libelle() : null);
            }
        }
    }

    private static void EcrireLesDecisions(ClasseurExcel classeur, DonneesDeConsolidation donnees, TimeZoneInfo fuseau)
    {
        var feuille = classeur
            .Feuille("Décisions d'office")
            .Entetes(
                1,
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Texte("Prestation"),
                ColonneExcel.Texte("Décision"),
                ColonneExcel.Texte("Motif"),
                ColonneExcel.Texte("Décidé par"),
                ColonneExcel.Date("Le")
            );
        foreach (var decision in donnees.Decisions)
        {
            feuille
                .Ligne()
                .Texte(decision.Membre)
                .Texte(decision.Siret)
                .Texte(decision.Prestation)
                .Texte(decision.Decision.Libelle())
                .Texte(decision.Motif)
                .Texte(decision.Par)
                .Date(decision.Le is { } le ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(le, fuseau).DateTime) : null);
        }
    }

    private static void LisezMoi(ClasseurExcel classeur, DonneesDeConsolidation donnees, DateOnly jour, TimeZoneInfo fuseau)
    {
        List<string> lignes =
        [
            donnees.Gel is { } gel
                ? $"Version gelée n° {gel.Numero}, le {Formats.Instant(gel.Le, fuseau)}, par {gel.Par}. Elle ne change plus : un écart ultérieur se lit dans l'application."
                : "État provisoire, non gelé : les chiffres peuvent encore changer. La feuille « DQE » n'existe que pour une version gelée.",
            $"{ClasseurDeMembre.Periode(donnees.Campagne)}.",
            "Comptent les réponses validées et celles où les valeurs N-1 ont été reprises d'office. Un brouillon, un néant, un membre exclu ne comptent pas : leur ligne est vide et leur état est écrit.",
            "Feuille « Synthèse » : chaque somme renvoie au total de la feuille du lot, où les membres sont en lignes.",
            "Les quantités de deux lignes ne s'additionnent jamais entre elles : leurs unités diffèrent (RG5.20).",
            "Valeur du besoin : maximum, à défaut estimé, à défaut minimum, × prix unitaire estimé × durée ; ou le montant HT demandé × durée (CCP, art. R2121-1 et R2121-8).",
            "Σ minimum : minimum garanti, un engagement. Σ maximum : maximum contractuel. Σ estimé : quantités du DQE.",
        ];
        if (donnees.Gel is { NombreDeNonDecides: > 0 } partiel)
        {
            lignes.Insert(1, $"Laissés de côté, ni validés ni décidés ({partiel.NombreDeNonDecides}) : {partiel.NonDecides}.");
        }

        classeur.LisezMoi(
            $"Consolidation des besoins {donnees.Campagne.Exercice}",
            $"{donnees.Campagne.Intitule} ({donnees.Campagne.Reference}), {Formats.Compter(donnees.Membres.Count, "membre")}, {Formats.Compter(donnees.Lots.Count, "lot")}",
            jour,
            lignes
        );
    }

    private static ColonneExcel SansTotal(ColonneExcel colonne) => colonne with { Totalisee = false };

    private static string Invariant(FormattableString texte) => texte.ToString(CultureInfo.InvariantCulture);

    /// <summary>Une feuille de lot écrite, et où trouver ses totaux.</summary>
    private sealed record FeuilleDeLot(FeuilleExcel Feuille, LotDeConsolidation Lot, int LigneDeTotal)
    {
        public (string Formule, long Somme)? Renvoi(LigneDeLot ligne, ChampDeReponse champ) =>
            Lot.Rang(ligne.Numero, champ) is { } rang
                ? (Feuille.Adresse(LigneDeTotal, ColonnesDeTete + rang + 1), Lot.Somme(rang))
                : null;
    }
}
