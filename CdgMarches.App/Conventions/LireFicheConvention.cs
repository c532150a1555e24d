using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Conventions;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Conventions;

/// <summary>Une lettre recommandée, telle que la fiche la montre.</summary>
public sealed record LettreDeLaFiche(
    DateOnly EnvoyeeLe,
    string? Numero,
    IssueDuRecommande? Issue,
    DateOnly? PresenteeLe,
    DateOnly? RemiseLe,
    DateOnly? NotifieeLe,
    CourrierId? Courrier
)
{
    internal static LettreDeLaFiche De(Recommande lettre) =>
        new(lettre.EnvoyeLe, lettre.Numero, lettre.Issue, lettre.PresenteLe, lettre.RemisLe, lettre.NotifieLe, lettre.Courrier);
}

/// <summary>Une dénonciation sur la fiche.</summary>
public sealed record DenonciationDeLaFiche(
    int Numero,
    AuteurDeDenonciation Auteur,
    string? Motif,
    LettreDeLaFiche Lettre,
    LettreDeLaFiche? Archives,
    DateOnly? DernierJour,
    DateOnly? Effet,
    DateOnly? RetireeLe,
    int? MiseEnDemeure
);

/// <summary>Une mise en demeure sur la fiche.</summary>
public sealed record MiseEnDemeureDeLaFiche(
    int Numero,
    string Titre,
    DateOnly TitreEchuLe,
    int DelaiEnJours,
    LettreDeLaFiche Lettre,
    DateOnly? DernierJourPourPayer,
    DateOnly? RegulariseeLe
);

/// <summary>Un document rendu par la collectivité, sur la fiche.</summary>
public sealed record PieceDeLaFiche(int Numero, NatureDePiece Nature, EtatDePiece Etat, DateTimeOffset DeposeeLe, string? Motif);

/// <summary>La restitution des documents sur la fiche.</summary>
public sealed record RestitutionDeLaFiche(
    DateOnly OuverteLe,
    DateOnly? MiseADispositionLe,
    DateOnly? RecueLe,
    string? Signataire,
    bool RecuJoint,
    IReadOnlyList<DocumentDeLaFiche> Documents
);

public sealed record DocumentDeLaFiche(int Numero, string Designation, int Quantite, string? Support);

/// <summary>La fiche d'une convention d'accès.</summary>
public sealed record FicheConvention(
    ConventionDAccesId Id,
    int Version,
    ReferenceDeConvention Reference,
    CollectiviteId Collectivite,
    string Nom,
    EtatDeConvention Etat,
    DateOnly PrepareeLe,
    ReglesDAcces Regles,
    ActesDAcces Actes,
    DateOnly? PremierJour,
    DateOnly? TermeInitial,
    DateOnly? ProchainTerme,
    DateOnly? TermeAExaminer,
    DateOnly? DernierJour,
    DateOnly? AbandonneeLe,
    string? MotifDAbandon,
    Guid? Responsable,
    string? NomDuResponsable,
    IReadOnlyList<DenonciationDeLaFiche> Denonciations,
    IReadOnlyList<MiseEnDemeureDeLaFiche> MisesEnDemeure,
    RestitutionDeLaFiche? Restitution,
    IReadOnlyList<PieceDeLaFiche> Pieces,
    IReadOnlyList<NatureDePiece> PiecesAttendues,
    string? PhraseDeLEffet,
    Verdict Conformite,
    Verdict PeutChangerLesRegles,
    Verdict PeutDater,
    Verdict PeutSigner,
    Verdict PeutDenoncer,
    Verdict PeutOuvrirLaRestitution,
    Verdict PeutInventorier,
    bool PeutGerer
)
{
    public DenonciationDeLaFiche? DenonciationEnCours => Denonciations.FirstOrDefault(d => d.RetireeLe is null);

    /// <summary>Toutes ses lettres recommandées.</summary>
    internal IEnumerable<LettreDeLaFiche> Lettres =>
        [
            .. Denonciations.Select(d => d.Lettre),
            .. Denonciations.Select(d => d.Archives).OfType<LettreDeLaFiche>(),
            .. MisesEnDemeure.Select(m => m.Lettre),
        ];
}

/// <summary>Lit la fiche d'une convention du périmètre.</summary>
public sealed class LireFicheConvention(
    IDbContextFactory<MarchesDbContext> donnees,
    LireAnnexesManquantes lireAnnexes,
    HorlogeLegale horloge
)
{
    /// <returns>La fiche, ou null si la convention n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheConvention?> ExecuterAsync(
        Acteur acteur,
        ConventionDAccesId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var c = await contexte
            .ConventionsDAcces.AsNoTracking()
            .AsSplitQuery()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(x => x.Id == id, annulation);
        if (c is null)
        {
            return null;
        }

        var jour = horloge.Aujourdhui;
        return new FicheConvention(
            id,
            c.Version,
            c.Reference,
            c.Collectivite,
            await contexte.Collectivites.Where(x => x.Id == c.Collectivite).Select(x => x.Nom).SingleAsync(annulation),
            c.EtatAu(jour),
            c.PrepareeLe,
            c.ReglesAu(jour),
            c.Actes,
            c.PremierJour,
            c.TermeInitial,
            c.ProchainTerme(jour),
            c.TermeAExaminer,
            c.DernierJour,
            c.AbandonneeLe,
            c.MotifDAbandon,
            c.Responsable,
            await contexte.Users.Where(u => u.Id == c.Responsable).Select(u => u.Nom).SingleOrDefaultAsync(annulation),
            [.. c.Denonciations.OrderByDescending(d => d.Numero).Select(De)],
            [.. c.MisesEnDemeure.OrderByDescending(m => m.Numero).Select(De)],
            c.Restitution is { } r ? De(r) : null,
            [
                .. c
                    .Pieces.OrderByDescending(p => p.Numero)
                    .Select(p => new PieceDeLaFiche(p.Numero, p.Nature, p.Etat, p.DeposeeLe, p.Motif)),
            ],
            c.PiecesAttendues,
            c.EffetDeLaDenonciation?.Phrase,
            c.ConformiteDeLaDenonciation,
            c.PeutChangerLesRegles(),
            Verdict.De(
                new Domain.Conventions.Regles.ConventionNonAbandonnee(c.AbandonneeLe),
                new Domain.Conventions.Regles.AucuneDenonciationEnCours(c.DenonciationEnCours?.Lettre.EnvoyeLe)
            ),
            c.PeutSigner(
                c.Actes.DerniereSignature is null
                    ? await lireAnnexes.ExecuterAsync(acteur, nameof(ConventionDAcces), id.Valeur, annulation)
                    : []
            ),
            c.PeutDenoncer(new NouvelleDenonciation(AuteurDeDenonciation.Cdg, jour), jour),
            c.PeutOuvrirLaRestitution(),
            c.PeutInventorier(),
            acteur.Peut(Droits.GererConventions)
        );
    }

    private static DenonciationDeLaFiche De(Denonciation d) =>
        new(
            d.Numero,
            d.Auteur,
            d.Motif,
            LettreDeLaFiche.De(d.Lettre),
            d.Archives is { } archives ? LettreDeLaFiche.De(archives) : null,
            d.DernierJour,
            d.Effet,
            d.RetireeLe,
            d.MiseEnDemeure
        );

    internal static RestitutionDeLaFiche De(Restitution r) =>
        new(
            r.OuverteLe,
            r.MiseADispositionLe,
            r.RecueLe,
            r.Signataire,
            r.Recu is not null,
            [
                .. r
                    .Documents.OrderBy(d => d.Numero)
                    .Select(d => new DocumentDeLaFiche(d.Numero, d.Designation, d.Quantite, d.Support)),
            ]
        );

    private static MiseEnDemeureDeLaFiche De(MiseEnDemeure m) =>
        new(
            m.Numero,
            m.Titre,
            m.TitreEchuLe,
            m.DelaiEnJours,
            LettreDeLaFiche.De(m.Lettre),
            m.DernierJourPourPayer,
            m.RegulariseeLe
        );
}
