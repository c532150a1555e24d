using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Un avenant : ce qui change, qui l'a approuvé, quand il prend effet.</summary>
public sealed partial class PageAvenant(LireAvenants lire, ConduireAvenant conduire, RepondreAUnAvenant repondre)
    : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<string>> Sens =
    [
        .. Enum.GetValues<SensDApprobation>().Select(s => new Option<string>(s.ToString(), s.Libelle())),
    ];

    private FicheDAvenant? _avenant;
    private Liste<LigneDApprobation>? _liste;
    private Confirmation? _confirmation;
    private LigneDApprobation? _reponse;
    private SaisieDActe _acte = new();
    private string? _empreinte;
    private string? _texte;
    private DateOnly? _signeLe;

    [Parameter]
    public Guid AvenantId { get; set; }

    private AvenantDeConvention A => _avenant!.Avenant;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        _avenant = Fiche is null
            ? null
            : await lire.FicheAsync(await ActeurCourant.LireAsync(), Groupement, new AvenantDeConventionId(AvenantId));
        _texte = _avenant?.Avenant.TexteNouveau;
    }

    private async Task<PageDe<LigneDApprobation>> ChargerAsync(Demande demande) =>
        await lire.ApprobationsAsync(await ActeurCourant.LireAsync(), new AvenantDeConventionId(AvenantId), demande);

    private void Editer(LigneDApprobation ligne) =>
        (_reponse, _acte, _empreinte) = (ligne, SaisieDActe.De(ligne.Deliberation), ligne.Empreinte ?? A.Empreinte);

    private Task<bool> SoumettreAsync() =>
        FaireAsync(
            acteur => conduire.SoumettreAsync(acteur, A.Id, A.Version),
            "L'avenant est soumis : chaque membre est prévenu."
        );

    private Task<bool> ReviserAsync() =>
        FaireAsync(acteur => conduire.ReviserAsync(acteur, A.Id, A.Version, _texte ?? ""), "Le texte proposé est enregistré.");

    private Task<bool> PrendreEffetAsync() =>
        FaireAsync(
            acteur => conduire.PrendreEffetAsync(acteur, A.Id, A.Version, _signeLe),
            "L'avenant est en vigueur. Ajoutez le texte signé aux documents opposables de la convention."
        );

    private Task ApprouverAsync() => RepondreAsync(_empreinte ?? "", $"L'approbation de {_reponse!.Membre} est enregistrée.");

    private Task RefuserAsync() =>
        RepondreAsync(null, $"Le refus de {_reponse!.Membre} est enregistré : l'avenant est rejeté, tous en sont informés.");

    private async Task RepondreAsync(string? empreinte, string succes)
    {
        if (
            await FaireAsync(
                acteur => repondre.ExecuterAsync(acteur, _reponse!.Id, _reponse.Version, empreinte, _acte.Lire()),
                succes
            )
        )
        {
            _reponse = null;
        }
    }

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
            if (_liste is not null)
            {
                await _liste.RechargerAsync();
            }
        }

        return fait;
    }

    private static string Dire(LigneDApprobation ligne) =>
        ligne is { Sens: SensDApprobation.Approuve, Compte: false }
            ? "Approuve un autre texte : ne compte pas"
            : ligne.Sens.Libelle();

    private static Ton TonDe(LigneDApprobation ligne) =>
        (ligne.Sens, ligne.Compte) switch
        {
            (SensDApprobation.Attendu, _) => Ton.Info,
            (SensDApprobation.Approuve, true) => Ton.Positif,
            (SensDApprobation.Approuve, false) => Ton.Attention,
            (SensDApprobation.Refuse, _) => Ton.Alerte,
        };
}
