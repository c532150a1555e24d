using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Documents;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Documents.Conventions;

/// <summary>Une annexe dans le dossier.</summary>
public sealed record AnnexeMontree(string Code, string Libelle, Guid? Piece, string? Fichier, bool DansLeTexte)
{
    public bool EstReunie => Piece is not null || DansLeTexte;
}

/// <summary>Un dossier de convention, tel que la page le montre ; sa clé est celle sous laquelle son histoire est gardée.</summary>
public sealed record FicheDeDossier(
    Guid Dossier,
    string ObjetType,
    Guid Objet,
    string Nature,
    FaitsDeConvention Faits,
    Guid? Texte,
    string? TitreDuTexte,
    DateOnly? ALaSignatureLe,
    IReadOnlyList<AnnexeMontree> Annexes,
    Verdict PeutMettreALaSignature,
    Verdict PeutReprendre,
    bool PeutGerer
);

/// <summary>Les sortes de convention qui ont un dossier.</summary>
public sealed class DossiersDeConvention(IEnumerable<IConventionEnDossier> sortes)
{
    private readonly Dictionary<string, IConventionEnDossier> _parType = sortes.ToDictionary(
        s => s.ObjetType,
        StringComparer.Ordinal
    );

    public IConventionEnDossier? Trouver(string objetType) => _parType.GetValueOrDefault(objetType);
}

/// <summary>Lit un dossier : ce que la convention attend, et ce qui y est.</summary>
public sealed class LireDossier(
    IDbContextFactory<MarchesDbContext> donnees,
    DossiersDeConvention sortes,
    ComparerLeTexte comparer
)
{
    /// <returns>Le dossier, même encore vide ; null si la convention n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheDeDossier?> ExecuterAsync(
        Acteur acteur,
        string objetType,
        Guid objet,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        if (sortes.Trouver(objetType) is not { } sorte || await sorte.LireAsync(acteur, objet, annulation) is not { } faits)
        {
            return null;
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier =
            await contexte
                .DossiersDeConvention.AsNoTracking()
                .SingleOrDefaultAsync(d => d.ObjetType == objetType && d.ObjetId == objet, annulation)
            ?? DossierDeConvention.Ouvrir(objetType, objet);
        var annexes = Reunir(faits, dossier);
        var pieces = annexes.Select(a => a.Piece).OfType<Guid>().ToList();
        var noms = await contexte.Pieces.Where(p => pieces.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Nom, annulation);
        return new FicheDeDossier(
            dossier.Cle,
            objetType,
            objet,
            sorte.Nature,
            faits,
            dossier.Texte,
            await contexte
                .DocumentsProduits.Where(d => d.Id == dossier.Texte)
                .Select(d => d.Titre)
                .SingleOrDefaultAsync(annulation),
            dossier.ALaSignatureLe,
            [.. annexes.Select(a => a with { Fichier = a.Piece is { } p ? noms.GetValueOrDefault(p) : null })],
            dossier.PeutMettreALaSignature(
                Attendues(annexes),
                faits.Parties,
                await comparer.EstAJourAsync(contexte, acteur, sorte, dossier, annulation)
            ),
            dossier.PeutReprendre(faits.Parties),
            acteur.Peut(sorte.Droit)
        );
    }

    internal static List<AnnexeMontree> Reunir(FaitsDeConvention faits, DossierDeConvention dossier)
    {
        var attendues = faits.Annexes.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. faits.Annexes.Select(a => new AnnexeMontree(
                a.Code,
                a.Libelle,
                dossier.Annexes.FirstOrDefault(d => d.Code == a.Code)?.Piece ?? a.Piece,
                null,
                a.DansLeTexte
            )),
            .. dossier
                .Annexes.Where(d => !attendues.Contains(d.Code))
                .Select(d => new AnnexeMontree(d.Code, d.Libelle, d.Piece, null, false)),
        ];
    }

    internal static IReadOnlyList<AnnexeAttendue> Attendues(IEnumerable<AnnexeMontree> annexes) =>
        [.. annexes.Select(a => new AnnexeAttendue(a.Code, a.Libelle, a.EstReunie))];
}

/// <summary>Réunit le dossier d'une convention : texte, annexes, mise à la signature.</summary>
public sealed class TenirDossier(
    IDbContextFactory<MarchesDbContext> donnees,
    DossiersDeConvention sortes,
    CatalogueDeDocuments catalogue,
    ProduireDocument produire,
    ComparerLeTexte comparer,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <summary>Produit le texte et le retient comme celui du dossier, ensemble.</summary>
    public Task ProduireTexteAsync(Acteur acteur, string objetType, Guid objet, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            objetType,
            objet,
            async (contexte, dossier, _, sorte) =>
            {
                dossier.PeutChanger().Exiger();
                var nature = catalogue.De(sorte.Nature);
                var contenus = await nature.ChargerAsync(acteur, objet, annulation);
                var produit = await produire.AjouterAsync(contexte, acteur, nature, objet, contenus[0], annulation: annulation);
                dossier.ChoisirTexte(produit.Id, produit.Titre);
            },
            annulation
        );

    /// <summary>Dépose une annexe ; celle du même code est remplacée, son fichier d'avant n'est plus désigné par le dossier.</summary>
    public Task DeposerAsync(
        Acteur acteur,
        string objetType,
        Guid objet,
        string code,
        string nomDuFichier,
        Stream contenu,
        CancellationToken annulation = default
    ) =>
        AgirAsync(
            acteur,
            objetType,
            objet,
            async (contexte, dossier, faits, _) =>
            {
                dossier.PeutChanger().Exiger();
                var piece = await magasin.DeposerAsync(contexte, contenu, nomDuFichier, acteur, annulation: annulation);
                var libelle =
                    code == DossierDeConvention.ExemplaireSigne
                        ? "Exemplaire signé"
                        : faits.Annexes.FirstOrDefault(a => a.Code == code)?.Libelle ?? nomDuFichier;
                dossier.Deposer(code, libelle, piece.Id);
            },
            annulation
        );

    public Task MettreALaSignatureAsync(Acteur acteur, string objetType, Guid objet, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            objetType,
            objet,
            async (contexte, dossier, faits, sorte) =>
                dossier.MettreALaSignature(
                    horloge.Aujourdhui,
                    LireDossier.Attendues(LireDossier.Reunir(faits, dossier)),
                    faits.Parties,
                    await comparer.EstAJourAsync(contexte, acteur, sorte, dossier, annulation)
                ),
            annulation
        );

    public Task ReprendreAsync(Acteur acteur, string objetType, Guid objet, CancellationToken annulation = default) =>
        AgirAsync(
            acteur,
            objetType,
            objet,
            (_, dossier, faits, _) =>
            {
                dossier.Reprendre(faits.Parties);
                return Task.CompletedTask;
            },
            annulation
        );

    private async Task AgirAsync(
        Acteur acteur,
        string objetType,
        Guid objet,
        Func<MarchesDbContext, DossierDeConvention, FaitsDeConvention, IConventionEnDossier, Task> intention,
        CancellationToken annulation
    )
    {
        var sorte = sortes.Trouver(objetType) ?? throw new DroitManquantException(Droits.GererGroupements);
        acteur.Exiger(sorte.Droit);
        var faits = await sorte.LireAsync(acteur, objet, annulation) ?? throw new DroitManquantException(sorte.Droit);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var dossier = await contexte.DossiersDeConvention.SingleOrDefaultAsync(
            d => d.ObjetType == objetType && d.ObjetId == objet,
            annulation
        );
        if (dossier is null)
        {
            dossier = DossierDeConvention.Ouvrir(objetType, objet);
            contexte.Add(dossier);
        }

        await intention(contexte, dossier, faits, sorte);

        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
