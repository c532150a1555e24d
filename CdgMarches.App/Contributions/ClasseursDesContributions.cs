using System.Globalization;
using CdgMarches.App.Contributions.Appels;
using CdgMarches.App.Contributions.Calcul;
using CdgMarches.App.Contributions.Finances;
using CdgMarches.App.Contributions.Grilles;
using CdgMarches.App.Contributions.Refacturer;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Contributions;

namespace CdgMarches.App.Contributions;

/// <summary>Les classeurs que les contributions remettent, hors fichier des finances.</summary>
internal static class ClasseursDesContributions
{
    public static byte[] Appels(IReadOnlyList<LigneDAppel> appels, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Appels")
            .Entetes(
                1,
                ColonneExcel.Texte("N° appel"),
                ColonneExcel.Annee("Exercice"),
                ColonneExcel.Texte("Nature"),
                ColonneExcel.Texte("Débiteur"),
                ColonneExcel.Texte("État"),
                ColonneExcel.Date("Date d'appel"),
                ColonneExcel.Montant("TTC"),
                ColonneExcel.Montant("Reste dû"),
                ColonneExcel.Montant("Trop-perçu"),
                ColonneExcel.Texte("N° titre"),
                ColonneExcel.Date("Payé le"),
                ColonneExcel.Entier("Relances")
            );
        foreach (var a in appels)
        {
            feuille
                .Ligne()
                .Texte(a.Numero is null ? "" : a.Reference)
                .Entier(a.Exercice)
                .Texte(a.Nature.Libelle())
                .Texte(a.Nom)
                .Texte(a.Etat.Libelle())
                .Date(a.DateDAppel)
                .Montant(a.TtcCentimes)
                .Montant(a.ResteCentimes)
                .Montant(a.TropPercuCentimes)
                .Texte(a.NumeroDeTitre)
                .Date(a.PayeLe)
                .Entier(a.Relances);
        }

        classeur.LisezMoi("Appels", $"{Formats.Compter(appels.Count, "ligne")}.", jour);
        return classeur.Enregistrer();
    }

    public static byte[] Simulation(Simulation simulation, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Simulation")
            .Entetes(
                1,
                ColonneExcel.Texte("Collectivité"),
                ColonneExcel.Texte("SIRET"),
                ColonneExcel.Texte("Acte"),
                ColonneExcel.Entier("Agents"),
                ColonneExcel.Entier("Consultations"),
                ColonneExcel.Texte("Tranche"),
                ColonneExcel.Texte("Cas limite"),
                ColonneExcel.Montant("Montant annuel"),
                ColonneExcel.Montant("Déjà établi HT"),
                ColonneExcel.Montant("Calcul du jour HT"),
                ColonneExcel.Montant("Report"),
                ColonneExcel.Montant("Exercice précédent"),
                ColonneExcel.Texte("Issue"),
                ColonneExcel.Texte("Calcul du jour"),
                ColonneExcel.Texte("À regarder")
            );
        foreach (var l in simulation.Lignes)
        {
            feuille
                .Ligne()
                .Texte(l.Faits.Debiteur.Nom)
                .Texte(l.Faits.Debiteur.Siret)
                .Texte(l.Faits.Redevable.Reference)
                .Entier(l.Agents)
                .Entier(l.Faits.Faits.Consultations)
                .Texte(l.Resultat.Tranches)
                .Texte(l.Resultat.CasLimites.Count > 0 ? "cas limite" : "")
                .Montant(l.Resultat.Annuel.Centimes)
                .Montant(l.Deja?.Propre.Centimes)
                .Montant(l.Resultat.EstComplet ? l.Resultat.Montant.Centimes : null)
                .Montant(l.Report.Centimes)
                .Montant(l.Precedent?.Centimes)
                .Texte(l.IssueEnClair)
                .Texte(l.Resultat.Fiche)
                .Texte(string.Join(" ; ", l.Anomalies()));
        }

        if (simulation.Lignes.Count > 0)
        {
            feuille.Total();
        }

        classeur.LisezMoi(
            "Simulation d'un appel",
            simulation.Campagne.Intitule,
            jour,
            "Rien n'est écrit : c'est ce que chacun devrait, avec les données de ce jour."
        );
        return classeur.Enregistrer();
    }

    public static byte[] Comparaison(ComparaisonDeGrille comparaison, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var feuille = classeur
            .Feuille("Avant et après")
            .Entetes(
                1,
                ColonneExcel.Texte("Collectivité"),
                ColonneExcel.Entier("Agents"),
                ColonneExcel.Entier("Consultations"),
                ColonneExcel.Texte("Tranche"),
                ColonneExcel.Montant("Avant"),
                ColonneExcel.Montant("Après"),
                ColonneExcel.Montant("Écart")
            );
        foreach (var l in comparaison.Lignes)
        {
            feuille
                .Ligne()
                .Texte(l.Nom)
                .Entier(l.Agents)
                .Entier(l.Consultations)
                .Texte(l.Manque.Length > 0 ? $"il manque {l.Manque}" : l.Tranche)
                .Montant(l.Avant?.Centimes)
                .Montant(l.Apres?.Centimes)
                .Montant(l.Ecart?.Centimes);
        }

        var totaux = classeur
            .Feuille("Totaux")
            .Entetes(
                ColonneExcel.Texte("Ligne"),
                new ColonneExcel("Montant HT", GenreDeColonne.Montant) { Totalisee = false },
                ColonneExcel.Entier("Membres")
            );
        totaux.Ligne().Texte("Total avant").Montant(comparaison.TotalAvant).Entier(comparaison.Comparables.Count);
        totaux.Ligne().Texte("Total après").Montant(comparaison.TotalApres).Entier(comparaison.Comparables.Count);
        totaux.Ligne().Texte("Écart").Montant(comparaison.TotalApres - comparaison.TotalAvant).Vide();
        totaux.Ligne().Texte("Paieraient plus").Vide().Entier(comparaison.Perdants);
        totaux.Ligne().Texte("Paieraient moins").Vide().Entier(comparaison.Gagnants);
        totaux.Ligne().Texte("Sans toutes leurs données, hors des totaux").Vide().Entier(comparaison.HorsDesTotaux);

        classeur.LisezMoi(
            "Effet d'une grille",
            $"Exercice {comparaison.Exercice.ToString(CultureInfo.InvariantCulture)}, {Formats.Compter(comparaison.Lignes.Count, "redevable")}.",
            jour,
            [
                "Simulation : rien n'est écrit.",
                $"Avant : {comparaison.Reference ?? "aucune version ne précède"}.",
                .. LecturesEnClair.De(comparaison.Apres).Select(l => $"Après, {l.Point} : {l.Lecture}."),
            ]
        );
        return classeur.Enregistrer();
    }

    public static byte[] Decompte(FicheDeRefacturation fiche, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var parts = classeur
            .Feuille("Parts")
            .Entetes(
                1,
                ColonneExcel.Texte("Membre"),
                ColonneExcel.Entier("Poids"),
                ColonneExcel.Montant("Part HT"),
                ColonneExcel.Texte("Calcul")
            );
        foreach (var p in fiche.Parts)
        {
            parts.Ligne().Texte(p.Nom).Entier(p.Part.Poids).Montant(p.Part.Montant.Centimes).Texte(p.Part.Fiche);
        }

        var frais = classeur
            .Feuille("Frais")
            .Entetes(
                ColonneExcel.Texte("Fournisseur"),
                ColonneExcel.Texte("Nature"),
                ColonneExcel.Date("Date"),
                ColonneExcel.Texte("Facture"),
                ColonneExcel.Texte("Procédure ou session"),
                ColonneExcel.Montant("Montant HT")
            );
        foreach (var l in fiche.Refacturation.Lignes.OrderBy(l => l.Rang))
        {
            frais
                .Ligne()
                .Texte(l.Fournisseur)
                .Texte(l.Nature.Libelle())
                .Date(l.Le)
                .Texte(l.Facture)
                .Texte(fiche.Origines[l.Rang])
                .Montant(l.Montant.Centimes);
        }

        classeur.LisezMoi(
            fiche.Refacturation.Intitule,
            $"{fiche.NomDuGroupement}, exercice {fiche.Refacturation.Exercice.ToString(CultureInfo.InvariantCulture)}.",
            jour,
            $"Partage {fiche.Refacturation.Partage.Libelle()}, entre {fiche.Refacturation.Parmi.Libelle()}. La somme des parts est le total des frais."
        );
        return classeur.Enregistrer();
    }

    public static byte[] Rapport(SuiviDExercice suivi, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var synthese = classeur
            .Feuille("Clôture")
            .Entetes(
                ColonneExcel.Texte("Ligne"),
                ColonneExcel.Entier("Nombre"),
                new ColonneExcel("Montant", GenreDeColonne.Montant) { Totalisee = false }
            );
        synthese.Ligne().Texte("Appelé").Entier(suivi.Appeles).Montant(suivi.AppeleCentimes);
        synthese.Ligne().Texte("Compléments").Entier(suivi.Complements).Montant(suivi.ComplementsCentimes);
        synthese.Ligne().Texte("Réductions et annulations").Vide().Montant(suivi.CorrectionsCentimes);
        synthese.Ligne().Texte("Payé").Vide().Montant(suivi.PayeCentimes);
        synthese.Ligne().Texte("Reste dû").Vide().Montant(suivi.ResteCentimes);
        synthese.Ligne().Texte("Trop-perçu à rembourser").Entier(suivi.TropPercus).Montant(suivi.TropPercuCentimes);
        synthese.Ligne().Texte("Appelé et non titré").Entier(suivi.SansTitre).Montant(suivi.SansTitreCentimes);
        synthese.Ligne().Texte("Sans appel, à 0 €").Entier(suivi.SansAppel);
        synthese.Ligne().Texte("Reporté sous le seuil").Entier(suivi.Reportes).Montant(suivi.ReportesCentimes);
        synthese.Ligne().Texte("Mis en demeure").Entier(suivi.MisEnDemeure);
        var balance = classeur
            .Feuille("Balance âgée")
            .Entetes(ColonneExcel.Texte("Retard"), ColonneExcel.Entier("Appels"), ColonneExcel.Montant("Reste dû"));
        foreach (var a in suivi.Anciennetes)
        {
            balance.Ligne().Texte(a.Libelle).Entier(a.Nombre).Montant(a.Centimes);
        }

        var comparaison = classeur
            .Feuille("Comparaison")
            .Entetes(
                ColonneExcel.Texte("Type"),
                ColonneExcel.Entier("Appels"),
                ColonneExcel.Montant("Appelé"),
                ColonneExcel.Entier("Appels N-1"),
                ColonneExcel.Montant("Appelé N-1"),
                ColonneExcel.Montant("Écart")
            );
        foreach (var c in suivi.Comparaison)
        {
            comparaison
                .Ligne()
                .Texte(c.Type)
                .Entier(c.Nombre)
                .Montant(c.Centimes)
                .Entier(c.NombrePrecedent)
                .Montant(c.CentimesPrecedents)
                .Montant(c.Ecart);
        }

        classeur.LisezMoi("Rapport de clôture", $"Exercice {suivi.Exercice.ToString(CultureInfo.InvariantCulture)}.", jour);
        return classeur.Enregistrer();
    }
}
