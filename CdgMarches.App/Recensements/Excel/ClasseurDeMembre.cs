using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Recensements;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Tout ce qu'il faut pour écrire le classeur d'un membre.</summary>
public sealed record ContenuDuClasseur(
    EnTeteDeCampagne Campagne,
    CollectiviteId Membre,
    string NomDuMembre,
    IReadOnlyList<ReponseDuClasseur> Reponses
);

/// <summary>Ce que le classeur dit de la campagne.</summary>
public sealed record EnTeteDeCampagne(
    CampagneId Id,
    string Reference,
    string Intitule,
    int Exercice,
    string? Consigne,
    DateOnly Cloture,
    PeriodeDesQuantites Periode,
    int DureeEnAnnees,
    int VersionDuCatalogue
)
{
    public static EnTeteDeCampagne De(Campagne campagne) =>
        new(
            campagne.Id,
            campagne.Reference,
            campagne.Intitule,
            campagne.Exercice,
            campagne.Consigne,
            campagne.Cloture,
            campagne.Periode,
            campagne.DureeEnAnnees,
            campagne.VersionDuCatalogue
        );
}

/// <summary>Une réponse et ses lignes, dans l'ordre du catalogue.</summary>
public sealed record ReponseDuClasseur(
    ReponseId Id,
    PrestationId Prestation,
    string Code,
    string Libelle,
    EtatDeReponse Etat,
    DateOnly DernierJour,
    IReadOnlyList<LigneDuClasseur> Lignes
);

/// <summary>Écrit le classeur qu'un membre remplit hors ligne : rempli, verrouillé hors saisie, reconnaissable à son retour (C4).</summary>
internal static class ClasseurDeMembre
{
    public static byte[] Ecrire(ContenuDuClasseur contenu, SceauDeClasseur sceau, DateTimeOffset instant, DateOnly jour)
    {
        using var classeur = ClasseurExcel.Creer();
        var noms = new string[contenu.Reponses.Count];
        var prestations = classeur.Feuille(PlanDesPrestations.Feuille);
        for (var i = 0; i < noms.Length; i++)
        {
            noms[i] = EcrireLaReponse(classeur, contenu, contenu.Reponses[i]);
        }

        EcrireLesPrestations(prestations, contenu, noms);
        LisezMoi(classeur, contenu, jour);
        classeur.Meta(
            sceau.Sceller(
                new IdentiteDeClasseur(
                    contenu.Campagne.Id,
                    contenu.Membre,
                    contenu.NomDuMembre,
                    contenu.Campagne.VersionDuCatalogue,
                    instant,
                    [.. contenu.Reponses.Select((r, i) => new FeuilleDeClasseur(r.Id, noms[i]))]
                )
            )
        );
        return classeur.Enregistrer();
    }

    /// <summary>Le nom d'une colonne ne suffit pas : « au millième », « par an » se lisent au-dessus du tableau.</summary>
    internal static string Periode(EnTeteDeCampagne campagne) =>
        campagne.Periode is PeriodeDesQuantites.Annuelle
            ? "Quantités et montants par an"
            : $"Quantités et montants sur toute la durée ({Formats.Compter(campagne.DureeEnAnnees, "an")})";

    private static string EcrireLaReponse(ClasseurExcel classeur, ContenuDuClasseur contenu, ReponseDuClasseur reponse)
    {
        var feuille = classeur.Feuille(reponse.Libelle);
        var plan = PlanDeReponse.De(feuille.Nom, reponse.Lignes.Select(l => l.Ligne));
        feuille
            .Titre($"{reponse.Libelle} — {contenu.NomDuMembre}")
            .Titre($"{contenu.Campagne.Intitule} ({contenu.Campagne.Reference}). {Periode(contenu.Campagne)}.")
            .Entetes(PlanDeReponse.ColonnesFigees, [.. plan.Colonnes.Select(c => c.PourExcel() with { Totalisee = false })]);
        foreach (var ligne in reponse.Lignes)
        {
            feuille.Ligne();
            EcrireLaLigne(feuille, plan, ligne);
        }

        feuille.Proteger();
        return feuille.Nom;
    }

    private static void EcrireLaLigne(FeuilleExcel feuille, PlanDeReponse plan, LigneDuClasseur ligne)
    {
        foreach (var colonne in plan.Colonnes)
        {
            var saisie = plan.Saisies.FirstOrDefault(s => ReferenceEquals(s.Colonne, colonne));
            if (saisie.Colonne is not null && !ligne.Ligne.Demandes.Accepte(saisie.Champ))
            {
                feuille.SansObjet();
            }
            else
            {
                colonne.EcrireObjet(feuille, plan.Lecteurs.Lecteur(colonne)?.Invoke(ligne));
            }
        }
    }

    private static void EcrireLesPrestations(FeuilleExcel feuille, ContenuDuClasseur contenu, string[] noms)
    {
        var plan = PlanDesPrestations.Unique;
        feuille
            .Titre($"{contenu.NomDuMembre} — {contenu.Campagne.Intitule}")
            .Entetes([.. plan.Plan.Colonnes.Select(c => c.PourExcel())]);
        for (var i = 0; i < noms.Length; i++)
        {
            var reponse = contenu.Reponses[i];
            var ligne = new PrestationDuClasseur(reponse.Code, reponse.Libelle, noms[i], reponse.Etat);
            feuille.Ligne();
            foreach (var colonne in plan.Plan.Colonnes)
            {
                colonne.EcrireObjet(feuille, plan.Lecteurs.Lecteur(colonne)?.Invoke(ligne));
            }
        }

        feuille.Proteger();
    }

    private static void LisezMoi(ClasseurExcel classeur, ContenuDuClasseur contenu, DateOnly jour)
    {
        var dernier = contenu.Reponses.Max(r => r.DernierJour);
        List<string> lignes =
        [
            $"Réponse attendue au plus tard le {Formats.DateAvecJour(dernier)} inclus.",
            $"Remplissez les cases sur fond jaune, une feuille par prestation. {Periode(contenu.Campagne)}.",
            "Une case grise n'est pas demandée pour sa ligne. Les colonnes « N-1 » rappellent votre réponse précédente.",
            "Vider une case jaune efface la valeur enregistrée.",
            "Une prestation sans aucun besoin : choisissez « Oui » dans la colonne « Besoin néant » de la feuille « Prestations ».",
            "Ne changez ni les numéros, ni les désignations, ni les unités : ils servent à reconnaître les lignes.",
            "Enregistrez au format .xlsx, sans mot de passe. Avec LibreOffice : Fichier, Enregistrer sous, « Excel 2007-365 (.xlsx) ».",
            "Puis déposez ce fichier dans CdgMarches, page de votre réponse, « Importer mon classeur », ou renvoyez-le au centre de gestion. Un aperçu montre ce qui changera avant d'écrire quoi que ce soit.",
            "Ce classeur est propre à votre collectivité et à cette campagne : celui d'un autre membre serait refusé.",
            "Importer n'est pas valider : la réponse reste un brouillon tant que votre signataire ne l'a pas validée.",
        ];
        if (contenu.Campagne.Consigne is { } consigne)
        {
            lignes.Insert(0, $"Consigne du centre de gestion : {consigne}");
        }

        classeur.LisezMoi(
            $"Recensement des besoins {contenu.Campagne.Exercice}",
            $"{contenu.NomDuMembre} — {contenu.Campagne.Intitule} ({contenu.Campagne.Reference}), catalogue version {contenu.Campagne.VersionDuCatalogue}",
            jour,
            lignes
        );
    }
}
