using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Ce qu'une capacité reprend d'un millésime au suivant, en plus de la carte et des règles : modèles de documents…</summary>
public interface IRepriseDeMillesime
{
    /// <param name="contexte">L'unité de travail, que l'appelant enregistre.</param>
    /// <param name="ancien">Le millésime que l'on reprend.</param>
    /// <param name="nouveau">Celui que l'on ouvre, déjà ajouté.</param>
    /// <param name="annulation">Abandonne.</param>
    Task ReprendreAsync(MarchesDbContext contexte, Groupement ancien, Groupement nouveau, CancellationToken annulation);
}

/// <summary>Ce que l'ouverture d'un millésime a fait.</summary>
/// <param name="Nouveau">Le nouveau groupement.</param>
/// <param name="Dossiers">Les dossiers ouverts à ses invités, et ceux qu'une règle écarte.</param>
public sealed record BilanDeMillesime(GroupementId Nouveau, BilanDOuverture Dossiers);

/// <summary>Ouvre le millésime suivant : carte, lots, règles, convention et invités repris ; l'ancien reste lisible.</summary>
public sealed class OuvrirMillesime(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    OuvrirDossiers ouvrir,
    IEnumerable<IRepriseDeMillesime> reprises
)
{
    /// <param name="acteur">Un agent sans limite de groupements : il doit voir celui qu'il crée.</param>
    /// <param name="id">Le groupement dont on ouvre la suite.</param>
    /// <param name="versionLue">Sa version à l'écran.</param>
    /// <param name="nom">Le nom du nouveau.</param>
    /// <param name="millesime">Son année.</param>
    /// <param name="debut">Son premier jour.</param>
    /// <param name="attenduLe">Le jour où les dossiers des invités sont attendus.</param>
    /// <param name="fenetreJusquau">
    /// Le dernier jour de sa fenêtre d'adhésion, ouverte ce jour ; le lancement de la consultation la ferme plus tôt s'il vient
    /// avant. Nul pour n'en tenir aucune encore.
    /// </param>
    /// <param name="prevenir">Écrire à chaque membre de l'ancien.</param>
    /// <param name="annulation">Abandonne.</param>
    /// <exception cref="RegleMetierException">L'année est déjà ouverte, ou une date ne va pas : rien n'est créé.</exception>
    public async Task<BilanDeMillesime> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        int versionLue,
        string? nom,
        int millesime,
        DateOnly debut,
        DateOnly? attenduLe,
        DateOnly? fenetreJusquau,
        bool prevenir,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        if (AccesAuxGroupements.Limite(acteur) is not null)
        {
            throw new RefusException(
                "Vous êtes limité à certains groupements : vous ne verriez pas le millésime que vous ouvrez. Rien n'a été créé ; demandez à un collègue sans limite de le faire."
            );
        }

        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var ancien = await contexte.GroupementAsync(acteur, id, jeton);
                contexte.ExigerVersion(ancien, versionLue);
                var identite = new IdentiteDeGroupement(
                    nom,
                    ancien.Objet,
                    ancien.Coordonnateur,
                    debut,
                    fin: null,
                    ancien.EstPermanent,
                    millesime
                );
                var deja = await contexte
                    .Groupements.Where(g => g.Predecesseur == id && g.Millesime == millesime)
                    .Select(g => g.Reference)
                    .FirstOrDefaultAsync(jeton);
                var jour = horloge.Aujourdhui;
                // A date that would refuse every file refuses the whole: a millésime without its guests is half written.
                ancien
                    .PeutRenouveler(identite, deja)
                    .Et(Verdict.De(new AttenduApresLOuverture(jour, attenduLe), new FenetreJusquALEntree(debut, fenetreJusquau)))
                    .Exiger();
                var nouveau = ancien.Renouveler(
                    new ReferenceDeGroupement(
                        jour.Year,
                        await contexte.NumeroterAsync(ReferenceDeGroupement.Serie(jour.Year), jeton)
                    ),
                    identite,
                    deja
                );
                nouveau.Confier(ancien.Responsable, ancien.Suppleant);
                contexte.Add(nouveau);
                contexte.Add(
                    Adhesion.Entrer(
                        nouveau.Id,
                        nouveau.Coordonnateur,
                        debut,
                        new FaitsDEntree(nouveau.Etat, debut, null, AutreAdhesion: null, Consultations: [])
                    )
                );
                await ReprendreLaConventionAsync(contexte, ancien, nouveau, jeton);
                if (fenetreJusquau is { } fermeture)
                {
                    contexte.Add(
                        FenetreDAdhesion.Ouvrir(
                            nouveau.Id,
                            nouveau.Etat,
                            $"Millésime {millesime.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                            horloge.Aujourdhui,
                            fermeture,
                            autre: null
                        )
                    );
                }

                foreach (var reprise in reprises)
                {
                    await reprise.ReprendreAsync(contexte, ancien, nouveau, jeton);
                }

                var membres = await InformerLesMembres.MembresAsync(
                    contexte,
                    id,
                    horloge.Aujourdhui,
                    ancien.Coordonnateur,
                    jeton
                );
                var nouveauId = nouveau.Id;
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                contexte.ChangeTracker.Clear();
                var bilan = await ouvrir.OuvrirAsync(
                    contexte,
                    acteur,
                    new DossiersAOuvrir(nouveauId, membres, OrigineDAdhesion.Millesime, attenduLe, [], prevenir),
                    jeton
                );
                return new BilanDeMillesime(nouveauId, bilan);
            },
            annulation
        );
    }

    private static async Task ReprendreLaConventionAsync(
        MarchesDbContext contexte,
        Groupement ancien,
        Groupement nouveau,
        CancellationToken annulation
    )
    {
        var convention = await contexte
            .ConventionsConstitutives.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Groupement == ancien.Id, annulation);
        if (convention is null)
        {
            return;
        }

        var suivante = ConventionConstitutive.Ouvrir(nouveau.Id, nouveau.Coordonnateur, convention.Termes);
        suivante.AjouterPartie(nouveau.Coordonnateur, await contexte.NomAsync(nouveau.Coordonnateur, annulation), null, null);
        contexte.Add(suivante);
    }
}
