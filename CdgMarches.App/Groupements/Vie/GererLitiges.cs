using CdgMarches.App.Litiges;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Vie;

/// <summary>
/// Déclare un litige. Avec un titulaire, tous les autres membres en sont informés aussitôt, preuve par membre (RG7.02) ; un
/// agent déclare au nom d'un membre, un membre pour le sien.
/// </summary>
public sealed class DeclarerLitige(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">L'agent, ou un utilisateur du membre.</param>
    /// <param name="id">Le groupement.</param>
    /// <param name="nature">Avec un titulaire, ou sur la convention.</param>
    /// <param name="declarant">Le membre qui déclare.</param>
    /// <param name="adversaire">Le titulaire ou sous-traitant, ou l'autre membre.</param>
    /// <param name="objet">Les faits et ce qui est réclamé.</param>
    /// <param name="le">Le jour de la réclamation ; celui du CDG s'il n'est pas donné.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task<LitigeId> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        NatureDeLitige nature,
        CollectiviteId declarant,
        string? adversaire,
        string? objet,
        DateOnly? le = null,
        CancellationToken annulation = default
    )
    {
        if (acteur.Perimetre.EstCdg)
        {
            acteur.Exiger(Droits.GererGroupements);
            AccesAuxConventions.ExigerPerimetre(acteur, id);
        }
        else
        {
            acteur.Exiger(Droits.Espace, declarant);
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var groupement = await contexte.Groupements.SingleAsync(g => g.Id == id, jeton);
                Verdict.De(new GroupementNonClos(groupement.Etat)).Exiger();
                if (
                    !await contexte
                        .Adhesions.EnVigueur(horloge.Aujourdhui)
                        .AnyAsync(a => a.Groupement == id && a.Collectivite == declarant, jeton)
                )
                {
                    throw new RefusException(
                        "Seul un membre en vigueur déclare un litige. Rien n'a été enregistré ; choisissez un membre du groupement."
                    );
                }

                var litige = Litige.Declarer(
                    id,
                    nature,
                    declarant,
                    adversaire,
                    objet,
                    le ?? horloge.Aujourdhui,
                    horloge.Aujourdhui
                );
                contexte.Add(litige);
                var nom = await contexte.NomAsync(declarant, jeton);
                await informer.DeposerAsync(
                    contexte,
                    await InformerLesMembres.MembresAsync(contexte, id, horloge.Aujourdhui, declarant, jeton),
                    new Information(
                        id,
                        nameof(Litige),
                        litige.Id.Valeur,
                        CourrielsDeGroupement.Litige,
                        new Dictionary<string, string>
                        {
                            ["groupement"] = AppellationDuGroupement.AvecMillesime(groupement.Nom, groupement.Millesime),
                            ["membre"] = nom,
                            ["nature"] = nature.Libelle().ToLower(Francais.Culture),
                            ["adversaire"] = litige.Adversaire,
                            ["objet"] = litige.Objet,
                        }
                    ),
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return litige.Id;
            },
            annulation
        );
    }
}

/// <summary>Conduit un litige : l'amiable, puis le juge, puis la clôture (RG1.36).</summary>
public sealed class ConduireLitige(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        LitigeId id,
        int versionLue,
        ChangementDeLitige changement,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var litige = await contexte.Litiges.AGererAsync(acteur, l => l.Groupement, l => l.Id == id, annulation);
        contexte.ExigerVersion(litige, versionLue);
        changement.Appliquer(litige, horloge.Aujourdhui);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}

/// <summary>Un litige dans la liste.</summary>
public sealed record LigneDeLitige(
    LitigeId Id,
    string Adversaire,
    NatureDeLitige Nature,
    string Declarant,
    DateOnly DeclareLe,
    DateOnly? ClosLe
);

/// <summary>La fiche d'un litige.</summary>
public sealed record FicheDeLitige(Litige Litige, string Declarant, string? TribunalDeLaConvention);

/// <summary>Les litiges d'un groupement, et l'un d'eux.</summary>
public sealed class LireLitiges(IDbContextFactory<MarchesDbContext> donnees)
{
    public async Task<PageDe<LigneDeLitige>> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var duPerimetre = acteur.Perimetre.Comprend(id);
        var litiges =
            from l in contexte.Litiges.AsNoTracking()
            join c in contexte.Collectivites on l.Declarant equals c.Id
            where l.Groupement == id && duPerimetre
            select new { Litige = l, c.Nom };
        return new PageDe<LigneDeLitige>(
            await litiges
                .OrderByDescending(l => l.Litige.DeclareLe)
                .ThenBy(l => l.Litige.Id)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(l => new LigneDeLitige(
                    l.Litige.Id,
                    l.Litige.Adversaire,
                    l.Litige.Nature,
                    l.Nom,
                    l.Litige.DeclareLe,
                    l.Litige.ClosLe
                ))
                .ToListAsync(annulation),
            await litiges.CountAsync(annulation)
        );
    }

    public async Task<FicheDeLitige?> FicheAsync(
        Acteur acteur,
        GroupementId groupement,
        LitigeId id,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var litige = acteur.Perimetre.Comprend(groupement)
            ? await contexte
                .Litiges.AsNoTracking()
                .SingleOrDefaultAsync(l => l.Id == id && l.Groupement == groupement, annulation)
            : null;
        return litige is null
            ? null
            : new FicheDeLitige(
                litige,
                await contexte.NomAsync(litige.Declarant, annulation),
                await contexte
                    .ConventionsConstitutives.Where(c => c.Groupement == groupement)
                    .Select(c => c.Tribunal)
                    .SingleOrDefaultAsync(annulation)
            );
    }
}
