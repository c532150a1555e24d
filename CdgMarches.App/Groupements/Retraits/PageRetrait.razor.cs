using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Retraits;

/// <summary>Un retrait : ses actes, ses modalités financières, ses suites, la copie à chaque membre.</summary>
public sealed partial class PageRetrait(LireRetraits lire, ConduireRetrait conduire, DeposerDeliberationDeRetrait deposer)
    : PageDeGroupement
{
    private FicheDeRetrait? _retrait;
    private SaisieDActe _acte = new();
    private DateOnly? _informe;
    private DateOnly? _sortie;
    private string? _modalites;
    private string? _motif;
    private List<SaisieDeSomme> _sommes = [];

    [Parameter]
    public Guid RetraitId { get; set; }

    private DossierDeRetrait D => _retrait!.Dossier;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos } && D.Etat is EtatDeRetrait.Annonce;

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        _retrait = Fiche is null
            ? null
            : await lire.FicheAsync(await ActeurCourant.LireAsync(), Groupement, new DossierDeRetraitId(RetraitId));
        if (_retrait is not null)
        {
            (_acte, _informe, _sortie, _modalites) = (SaisieDActe.De(D.Deliberation), D.InformeLe, D.SortieLe, D.Modalites);
            _sommes =
            [
                .. D.Sommes.Select(s => new SaisieDeSomme
                {
                    Libelle = s.Libelle,
                    Montant = s.Montant.Euros,
                    DueLe = s.DueLe,
                }),
            ];
        }
    }

    private async Task InformerAsync()
    {
        if (_informe is not { } le)
        {
            Retour = Retour.Refus("Donnez le jour où le coordonnateur a été informé. Rien n'a été modifié.");
            return;
        }

        await ChangerAsync(new ChangementDeRetrait.Information(le), "Le préavis est enregistré : la sortie s'en déduit.");
    }

    private async Task DelibererAsync()
    {
        if (_sommes.Exists(s => s.Montant is null || s.DueLe is null))
        {
            Retour = Retour.Refus("Chaque somme a un montant et un jour où elle est due. Rien n'a été modifié.");
            return;
        }

        await ChangerAsync(
            new ChangementDeRetrait.Deliberation(
                _acte.Lire(),
                _sortie,
                _modalites,
                [
                    .. _sommes.Select(s => new SommeDeRetrait(
                        s.Libelle ?? "",
                        MontantTtc.Arrondir(s.Montant!.Value),
                        s.DueLe!.Value
                    )),
                ]
            ),
            "La délibération de retrait est enregistrée."
        );
    }

    private Task<bool> ConstaterAsync() =>
        ChangerAsync(
            new ChangementDeRetrait.Constat(_motif),
            "Le retrait est constaté : la sortie est fixée, la copie part à chaque membre."
        );

    private Task<bool> CaduquerAsync() =>
        ChangerAsync(new ChangementDeRetrait.Caducite(), "Le préavis est caduc : le membre reste dans le groupement.");

    private Task<bool> AbandonnerAsync() =>
        ChangerAsync(new ChangementDeRetrait.Abandon(_motif), "Le retrait est abandonné : le membre reste.");

    private Task<bool> DeposerAsync(FichierRecu fichier) =>
        FaireAsync(
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await deposer.ExecuterAsync(acteur, D.Id, D.Version, contenu, fichier.Nom);
            },
            $"« {fichier.Nom} » est au dossier."
        );

    private Task<bool> ChangerAsync(ChangementDeRetrait changement, string succes) =>
        FaireAsync(acteur => conduire.ExecuterAsync(acteur, D.Id, D.Version, changement), succes);

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }

    private sealed class SaisieDeSomme
    {
        public string? Libelle { get; set; }

        public decimal? Montant { get; set; }

        public DateOnly? DueLe { get; set; }
    }
}
