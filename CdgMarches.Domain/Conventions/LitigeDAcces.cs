using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Litiges;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Une contestation née de l'exécution d'une convention d'accès, entre le CDG et la collectivité.</summary>
/// <remarks>
/// RG1.36 ; convention d'accès, art. 6 : « une tentative de règlement à l'amiable […] À défaut d'accord à l'amiable, le litige
/// sera porté devant le Tribunal Administratif ». L'une ou l'autre partie réclame.
/// </remarks>
public sealed class LitigeDAcces : Contestation
{
    private LitigeDAcces() { }

    public LitigeDAccesId Id { get; private init; }

    public override Guid Cle => Id.Valeur;

    public ConventionDAccesId Convention { get; private init; }

    public CollectiviteId Collectivite { get; private init; }

    /// <summary>La partie qui réclame ; l'autre lui répond.</summary>
    public PartieDAcces Demandeur { get; private init; }

    protected override CollectiviteId Interessee => Collectivite;

    protected override bool AmiableDAbord => true;

    protected override string Regle => "RG1.36";

    protected override string Fondement => ArticlesDAcces.Litiges;

    /// <param name="premierJour">Le premier jour en vigueur de la convention ; nul tant qu'un acte manque.</param>
    /// <param name="objet">Les faits et ce qui est réclamé.</param>
    /// <param name="jour">Le jour de la réclamation.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public static Verdict PeutDeclarer(DateOnly? premierJour, string? objet, DateOnly jour, DateOnly aujourdhui) =>
        Verdict.De(
            new ReclamationNeeDeLExecution(premierJour, jour),
            PasAVenir("La réclamation", jour, aujourdhui, "declare-le", ArticlesDAcces.Litiges),
            FaitsDits(objet)
        );

    public static LitigeDAcces Declarer(
        ConventionDAcces convention,
        PartieDAcces demandeur,
        string? objet,
        DateOnly jour,
        DateOnly aujourdhui
    )
    {
        PeutDeclarer(convention.PremierJour, objet, jour, aujourdhui).Exiger();
        var litige = new LitigeDAcces
        {
            Id = LitigeDAccesId.Nouveau(),
            Convention = convention.Id,
            Collectivite = convention.Collectivite,
            Demandeur = demandeur,
            Objet = objet!.Trim(),
            DeclareLe = jour,
        };
        litige.Signaler(new LitigeDAccesDeclare(convention.Collectivite, convention.Reference, demandeur, jour));
        return litige;
    }
}

/// <summary>Une partie à la convention d'accès.</summary>
public enum PartieDAcces
{
    Collectivite,

    Cdg,
}

public static class LibellesDePartie
{
    public static string Libelle(this PartieDAcces partie) =>
        partie switch
        {
            PartieDAcces.Collectivite => "La collectivité",
            PartieDAcces.Cdg => "Le CDG",
        };
}

public sealed record LitigeDAccesDeclare(
    CollectiviteId Membre,
    ReferenceDeConvention Reference,
    PartieDAcces Demandeur,
    DateOnly Le
) : FaitDeConvention(Membre)
{
    public override string Libelle =>
        $"Litige déclaré sur la convention {Reference} : {EnClair.EnSuite(Demandeur.Libelle())} réclame, le {EnClair.Date(Le)}.";
}
