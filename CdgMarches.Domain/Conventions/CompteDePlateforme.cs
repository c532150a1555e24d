using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Le compte d'un agent d'une collectivité sur la plateforme de dématérialisation ; à distinguer d'un compte de cette application.</summary>
/// <remarks>Convention d'accès, art. 2. Ouvert à compter de la date d'effet, à fermer à la fin de la convention.</remarks>
public sealed class CompteDePlateforme : Agregat
{
    public const int Longueur = 200;

    private CompteDePlateforme() { }

    public CompteDePlateformeId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ConventionDAccesId Convention { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    public string Titulaire { get; private init; } = "";

    public string Courriel { get; private init; } = "";

    public DateOnly OuvertLe { get; private init; }

    public DateOnly? FermeLe { get; private set; }

    /// <param name="enVigueur">Les jours en vigueur de la convention ; nuls tant qu'un acte manque.</param>
    /// <param name="ouvertLe">Le jour de l'ouverture.</param>
    /// <param name="titulaire">Le nom de l'agent.</param>
    /// <param name="courriel">Son adresse.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="dejaOuvertLe">Le jour où un compte encore ouvert l'a été à cette adresse, s'il y en a un.</param>
    public static Verdict PeutOuvrir(
        Periode? enVigueur,
        DateOnly ouvertLe,
        string? titulaire,
        string? courriel,
        DateOnly aujourdhui,
        DateOnly? dejaOuvertLe = null
    ) =>
        Verdict.De(
            new TexteDeRegistre("titulaire", "Le nom de l'agent", titulaire, Longueur, ArticlesDAcces.Assistance),
            new TexteDeRegistre("courriel", "L'adresse de courriel", courriel, Longueur, ArticlesDAcces.Assistance),
            new ActePasAVenir("ouvert-le", "L'ouverture du compte", ouvertLe, aujourdhui),
            new CompteOuvertPendantLaConvention(ouvertLe, enVigueur, aujourdhui),
            new UnCompteParAdresse(courriel?.Trim() ?? "", dejaOuvertLe)
        );

    public static CompteDePlateforme Ouvrir(
        ConventionDAcces convention,
        DateOnly ouvertLe,
        string? titulaire,
        string? courriel,
        DateOnly aujourdhui,
        DateOnly? dejaOuvertLe = null
    )
    {
        PeutOuvrir(convention.PeriodeEnVigueur, ouvertLe, titulaire, courriel, aujourdhui, dejaOuvertLe).Exiger();
        var compte = new CompteDePlateforme
        {
            Id = CompteDePlateformeId.Nouveau(),
            Convention = convention.Id,
            Collectivite = convention.Collectivite,
            Titulaire = titulaire!.Trim(),
            Courriel = courriel!.Trim(),
            OuvertLe = ouvertLe,
        };
        compte.Signaler(new CompteDePlateformeOuvert(convention.Collectivite, compte.Titulaire, ouvertLe));
        return compte;
    }

    public Verdict PeutFermer(DateOnly jour, DateOnly aujourdhui) =>
        Verdict.De(
            new CompteEncoreOuvert(FermeLe),
            new ActePasAVenir("ferme-le", "La fermeture du compte", jour, aujourdhui),
            new DatesDansLOrdre("ferme-le", $"La fermeture du compte {GrammaireDuNom.De(Titulaire)}", OuvertLe, jour)
        );

    public void Fermer(DateOnly jour, DateOnly aujourdhui)
    {
        PeutFermer(jour, aujourdhui).Exiger();
        FermeLe = jour;
        Signaler(new CompteDePlateformeFerme(Collectivite, Titulaire, jour));
    }
}

public sealed record CompteDePlateformeOuvert(CollectiviteId Membre, string Titulaire, DateOnly Jour) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Compte de plateforme {GrammaireDuNom.De(Titulaire)} ouvert le {EnClair.Date(Jour)}.";
}

public sealed record CompteDePlateformeFerme(CollectiviteId Membre, string Titulaire, DateOnly Jour) : FaitDeConvention(Membre)
{
    public override string Libelle => $"Compte de plateforme {GrammaireDuNom.De(Titulaire)} fermé le {EnClair.Date(Jour)}.";
}
