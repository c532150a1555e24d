using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Un avenant tel qu'un membre le lit, avec la réponse de sa collectivité.</summary>
/// <param name="Reponse">La réponse, attendue ou donnée.</param>
/// <param name="Avenant">L'avenant.</param>
/// <param name="Groupement">Le nom du groupement.</param>
/// <param name="Membre">La collectivité qui répond.</param>
/// <param name="Decompte">Ce que tous les membres ont répondu.</param>
/// <param name="PeutApprouver">Si l'approbation peut s'enregistrer, à la délibération près.</param>
public sealed record AvenantDuMembre(
    ApprobationDAvenant Reponse,
    AvenantDeConvention Avenant,
    string Groupement,
    string Membre,
    DecompteDAvenant Decompte,
    bool PeutApprouver
);

/// <summary>Les avenants sur lesquels les collectivités de l'utilisateur ont été consultées ; ceux qui attendent d'abord.</summary>
public sealed class LireAvenantsDuMembre(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Ce que l'on montre au plus : les avenants d'une convention se comptent sur les doigts.</summary>
    private const int Montres = 50;

    public async Task<IReadOnlyList<AvenantDuMembre>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lus = await (
            from r in contexte.ApprobationsDAvenant.AsNoTracking()
            join a in contexte.AvenantsDeConvention.AsNoTracking() on r.Avenant equals a.Id
            join g in contexte.Groupements on a.Groupement equals g.Id
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            where siennes.Contains(r.Collectivite)
            orderby a.Etat == EtatDAvenant.Soumis descending, a.SoumisLe descending, c.CleDeTri, r.Id
            select new
            {
                Reponse = r,
                Avenant = a,
                g.Nom,
                g.Regles,
                Membre = c.Nom,
            }
        )
            .Take(Montres)
            .ToListAsync(annulation);
        Dictionary<AvenantDeConventionId, DecompteDAvenant> decomptes = [];
        foreach (var l in lus.DistinctBy(l => l.Avenant.Id))
        {
            decomptes[l.Avenant.Id] = await contexte.DecompteAsync(l.Avenant, l.Regles, horloge.Aujourdhui, annulation);
        }

        return
        [
            .. lus.Select(l => new AvenantDuMembre(
                l.Reponse,
                l.Avenant,
                l.Nom,
                l.Membre,
                decomptes[l.Avenant.Id],
                l.Avenant.Etat is EtatDAvenant.Soumis && l.Reponse.EstAttendue(l.Avenant.Empreinte)
            )),
        ];
    }

    /// <summary>Combien de textes attendent l'approbation d'une collectivité de l'utilisateur, et depuis quand le plus ancien.</summary>
    internal static async Task<IReadOnlyList<AvenantAApprouver>> AttendusAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        CancellationToken annulation
    )
    {
        var siennes = acteur.Perimetre.Collectivites;
        return await (
            from r in contexte.ApprobationsDAvenant.AsNoTracking()
            join a in contexte.AvenantsDeConvention on r.Avenant equals a.Id
            join g in contexte.Groupements on a.Groupement equals g.Id
            join c in contexte.Collectivites on r.Collectivite equals c.Id
            where siennes.Contains(r.Collectivite) && a.Etat == EtatDAvenant.Soumis && a.SoumisLe != null
            where r.Sens == SensDApprobation.Attendu || (r.Sens == SensDApprobation.Approuve && r.Empreinte != a.Empreinte)
            orderby a.SoumisLe, r.Id
            select new AvenantAApprouver(a.Numero, a.Objet, g.Nom, c.Nom, a.SoumisLe!.Value)
        ).ToListAsync(annulation);
    }
}

/// <summary>Un texte que l'assemblée d'un membre doit encore approuver.</summary>
public sealed record AvenantAApprouver(int Numero, string Objet, string Groupement, string Membre, DateOnly SoumisLe);

/// <summary>
/// Enregistre, de l'espace d'un membre, son approbation du texte proposé : elle vaut avec la délibération qu'il dépose (RG1.34).
/// Un refus, qui rejette l'avenant pour tous, reste enregistré par le centre de gestion.
/// </summary>
public sealed class ApprouverDeSonEspace(
    IDbContextFactory<MarchesDbContext> donnees,
    MagasinDeFichiers magasin,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">Un utilisateur de la collectivité.</param>
    /// <param name="id">La réponse attendue d'elle.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="empreinteLue">L'empreinte du texte qu'il a sous les yeux.</param>
    /// <param name="deliberation">Les dates de la délibération.</param>
    /// <param name="contenu">La délibération, lue jusqu'au bout.</param>
    /// <param name="nom">Le nom du fichier.</param>
    /// <param name="annulation">Abandonne : rien n'est gardé.</param>
    public async Task ExecuterAsync(
        Acteur acteur,
        ApprobationDAvenantId id,
        int versionLue,
        string empreinteLue,
        ActeDeliberatif deliberation,
        Stream contenu,
        string nom,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace);
        var siennes = acteur.Perimetre.Collectivites;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var approbation =
                    await contexte.ApprobationsDAvenant.SingleOrDefaultAsync(
                        a => a.Id == id && siennes.Contains(a.Collectivite),
                        jeton
                    ) ?? throw new DroitManquantException(Droits.Espace);
                var groupement = await contexte
                    .AvenantsDeConvention.Where(a => a.Id == approbation.Avenant)
                    .Select(a => a.Groupement)
                    .SingleAsync(jeton);
                // The text is read under the lock: an agent revising it at this instant waits, or has already changed it.
                await contexte.VerrouillerAsync(groupement, jeton);
                var avenant = await contexte
                    .AvenantsDeConvention.AsNoTracking()
                    .SingleAsync(a => a.Id == approbation.Avenant, jeton);
                contexte.ExigerVersion(approbation, versionLue);
                approbation
                    .PeutApprouverDeSonEspace(avenant.Etat, avenant.Empreinte, empreinteLue, deliberation, horloge.Aujourdhui)
                    .Exiger();
                var piece = await magasin.DeposerAsync(contexte, contenu, nom, acteur, annulation: jeton);
                approbation.Approuver(
                    avenant.Etat,
                    avenant.Empreinte,
                    empreinteLue,
                    deliberation with
                    {
                        Piece = piece.Id,
                    },
                    horloge.Aujourdhui
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}
