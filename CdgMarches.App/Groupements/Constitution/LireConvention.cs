using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Une partie et ses actes, tels que la fiche de la convention les montre.</summary>
public sealed record PartieDeLaFiche(
    CollectiviteId Collectivite,
    string Nom,
    string? Representant,
    string? Qualite,
    ActeDeliberatif Deliberation,
    DateOnly? SigneeLe
);

/// <summary>La convention d'un groupement.</summary>
/// <param name="Id">Sa clé.</param>
/// <param name="Version">La version de la convention.</param>
/// <param name="VersionDuGroupement">Celle du groupement, qui porte les règles.</param>
/// <param name="Termes">Ses termes.</param>
/// <param name="Parties">Ses parties.</param>
/// <param name="Taches">Ses tâches et leur responsable.</param>
/// <param name="Documents">Le corpus opposable.</param>
/// <param name="Comite">Les membres du comité de suivi.</param>
/// <param name="Noms">Le nom de chaque collectivité citée.</param>
/// <param name="Vigueur">Son entrée en vigueur, ou ce qui manque.</param>
/// <param name="TransmiseLe">Sa transmission.</param>
/// <param name="PublieeLe">Sa publication.</param>
/// <param name="Terme">Son terme, tel qu'on peut l'annoncer.</param>
/// <param name="Marches">Les marchés dont le terme dépend.</param>
public sealed record FicheConvention(
    Guid Id,
    int Version,
    int VersionDuGroupement,
    TermesDeConvention Termes,
    IReadOnlyList<PartieDeLaFiche> Parties,
    IReadOnlyList<TacheDeConvention> Taches,
    IReadOnlyList<DocumentOpposable> Documents,
    IReadOnlyList<DesignationAuComite> Comite,
    IReadOnlyDictionary<CollectiviteId, string> Noms,
    EntreeEnVigueur Vigueur,
    DateOnly? TransmiseLe,
    DateOnly? PublieeLe,
    DateOnly? Terme,
    IReadOnlyList<FinDeMarche> Marches
);

/// <summary>Les marchés d'un groupement, leur fin et celle de leurs reconductions ; la capacité qui les tient en donne une source.</summary>
public interface IFinsDeMarche
{
    Task<IReadOnlyList<FinDeMarche>> LireAsync(MarchesDbContext contexte, GroupementId groupement, CancellationToken annulation);
}

/// <summary>Lit la convention d'un groupement du périmètre.</summary>
public sealed class LireConvention(IDbContextFactory<MarchesDbContext> donnees, IEnumerable<IFinsDeMarche> marches)
{
    /// <returns>La convention, ou null si elle n'est pas ouverte ou si le groupement n'est pas du périmètre.</returns>
    public async Task<FicheConvention?> ExecuterAsync(Acteur acteur, GroupementId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte
            .Groupements.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(g => g.Id == id, annulation);
        var convention = groupement is null
            ? null
            : await contexte.ConventionsConstitutives.AsNoTracking().SingleOrDefaultAsync(c => c.Groupement == id, annulation);
        if (convention is null)
        {
            return null;
        }

        var noms = await contexte.NomsAsync(
            [
                .. convention
                    .Parties.Select(p => p.Collectivite)
                    .Concat(convention.Taches.Select(t => t.Responsable))
                    .Concat(convention.Comite.Select(c => c.Collectivite))
                    .Append(groupement!.Coordonnateur)
                    .Distinct(),
            ],
            annulation
        );
        List<FinDeMarche> fins = [];
        foreach (var source in marches)
        {
            fins.AddRange(await source.LireAsync(contexte, id, annulation));
        }

        return new FicheConvention(
            convention.Id.Valeur,
            convention.Version,
            groupement.Version,
            convention.Termes,
            [
                .. convention.Parties.Select(p => new PartieDeLaFiche(
                    p.Collectivite,
                    noms[p.Collectivite],
                    p.Representant,
                    p.Qualite,
                    p.Deliberation,
                    p.SigneeLe
                )),
            ],
            [.. convention.Taches.OrderBy(t => t.Numero)],
            [.. convention.Documents.OrderBy(d => d.Du)],
            [.. convention.Comite.OrderBy(d => d.Du)],
            noms,
            EntreeEnVigueur.De(
                [.. convention.Parties.Select(p => (noms[p.Collectivite], p.SigneeLe))],
                convention.TransmiseLe,
                convention.PublieeLe,
                groupement.Regles.PublicationRequise
            ),
            convention.TransmiseLe,
            convention.PublieeLe,
            convention.Terme(fins),
            fins
        );
    }
}
